import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { accountHoldings } from "./personal/account";
import { applicationsHoldings } from "./personal/applications";
import { applicationIdsOf, type Holding, holding, ofUser, type Person } from "./personal/holding";
import { profileHoldings } from "./personal/profile";
import { erasedApplications, messageTemplates } from "./schema/applications";
import { workers } from "./schema/background";
import { postingChanges } from "./schema/board";
import { companies, companyChanges, companyLogos, companySkills, domainChecks } from "./schema/companies";
import { sentMails } from "./schema/email";
import { events } from "./schema/events";
import { importRows, importRuns } from "./schema/imports";
import { appeals, decisions } from "./schema/moderation";
import { profileChanges } from "./schema/people";
import {
  nearDuplicates,
  pendingVersions,
  postingBands,
  postingPlaces,
  postingQuestions,
  postingResponsibilities,
  postingSkills,
  postings,
  postingViews,
  realityCards,
} from "./schema/postings";
import { livePostings } from "./schema/saved";
import { payFigures, searchTerms } from "./schema/search";
import {
  cities,
  cityNames,
  decidedNames,
  exchangeRates,
  responsibilities,
  skillAliases,
  skillClosure,
  skillImplies,
  skillRelated,
  skills,
  taxonomyVersion,
  unknownNames,
} from "./schema/taxonomy";
import { publicChanges } from "./schema/web";
import { webhookDeliveries, webhooks } from "./schema/webhooks";

/*
 * What is stored about a person: for each table how their rows are found, and for each column what it is. Export and deletion of an account
 * follow from it. A column without a tag does not compile, and a table that is in neither list fails a test.
 */

export { applicationIdsOf, type Holding, type Person };

/** The tables that hold something about a person, in an order in which the rows can be deleted. */
export const holdings: readonly Holding[] = [...applicationsHoldings, ...profileHoldings, ...accountHoldings];

/** What a person did. It is exported and outlives the account: it holds ids and codes, and no text about anybody. */
export const keptHolding = holding(events, ofUser(events.actorId), {
  id: "code",
  type: "own",
  at: "own",
  actorId: "code",
  companyId: "code",
  postingId: "code",
  applicationId: "code",
  data: "code",
});

/** The tables that hold nothing about a person who uses the product. Decisions and appeals are about postings, and name their admins by id alone. */
export const impersonal: readonly PgTable[] = [
  decisions,
  appeals,
  erasedApplications,
  companies,
  companySkills,
  companyLogos,
  companyChanges,
  domainChecks,
  messageTemplates,
  importRuns,
  importRows,
  webhooks,
  webhookDeliveries,
  sentMails,
  workers,
  postingChanges,
  profileChanges,
  publicChanges,
  postings,
  postingPlaces,
  postingSkills,
  postingResponsibilities,
  postingQuestions,
  postingBands,
  postingViews,
  realityCards,
  pendingVersions,
  nearDuplicates,
  livePostings,
  searchTerms,
  payFigures,
  skills,
  skillAliases,
  skillImplies,
  skillClosure,
  skillRelated,
  decidedNames,
  taxonomyVersion,
  unknownNames,
  responsibilities,
  exchangeRates,
  cities,
  cityNames,
];

/**
 * The ids of the events that others are told of with the person's name: what they did, what happened in their applications, and to them as a
 * member of a company.
 */
export const eventsNaming = (person: Person): SQL => sql`(
  select e.id from events e where e.actor_id = ${person.userId}::uuid
  union all
  select e.id from events e where e.application_id in ${applicationIdsOf(person)}
  union all
  select e.id from events e where e.type in ('member.joined', 'member.role_changed', 'member.removed', 'member.left')
    and e.data ->> 'userId' = ${person.userId})`;
