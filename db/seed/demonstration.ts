import { identityOf } from "@/lib/companies/identity";
import { daysAfter, daysBefore } from "@/lib/days";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { slugOf } from "@/lib/slug";
import { type Application, applicationsOf } from "./applications";
import { demoProfile, profileOf } from "./candidates";
import { type Cast, castOf, type Person } from "./cast";
import { companySources } from "./companies";
import type { PastEvent } from "./events";
import { type Lived, livesOf } from "./lives";
import { outreachOf } from "./outreach";
import { memberNames } from "./people";
import { companyId } from "./positions";
import { chance } from "./random";

/** All that the demonstration consists of. */
export type Demonstration = {
  cast: Cast;
  companies: ReturnType<typeof companiesOf>;
  lives: Lived[];
  profiles: { person: Person; profile: OwnProfile }[];
  applications: Application[];
  outreach: ReturnType<typeof outreachOf>;
  /** Those of companies and postings, in the order of time. */
  events: PastEvent[];
};

/** The demonstration as of `now`: for the same `now` the same, to the letter. `known` holds ids of users who are there already. */
export function demonstrationOf(now: Date, known: ReadonlyMap<string, string> = new Map()): Demonstration {
  const cast = castOf(now, known);
  const companies = companiesOf(now);
  const lives = livesOf(cast, now);
  const founded = cast.staff
    .filter(({ role }) => role === "owner")
    .map((owner) => ({
      type: "company.created" as const,
      at: companies.find(({ id }) => id === owner.companyId)?.createdAt as Date,
      actorId: owner.userId,
      companyId: owner.companyId,
    }));
  const profiles = [
    { person: cast.candidate, profile: demoProfile },
    ...cast.candidates.map((person) => ({ person, profile: profileOf(person) })),
  ];
  const searchable = profiles.filter(({ profile }) => profile.searchable).map(({ person }) => person);
  const applications = applicationsOf(cast, lives, now);
  const outreach = outreachOf(cast, lives, applications, searchable, now);
  return {
    cast,
    companies,
    lives,
    profiles,
    applications,
    outreach,
    events: [...founded, ...lives.flatMap(({ events }) => events), ...outreach.events].sort(
      (a, b) => a.at.getTime() - b.at.getTime(),
    ),
  };
}

function companiesOf(now: Date) {
  return companySources.map((company) => {
    const slug = slugOf(company.name);
    const createdAt = daysBefore(now, 100 + chance(`company/${slug}`).next() * 260);
    const named = { name: company.name, website: `https://${slug}.example` };
    return {
      id: companyId(company),
      slug,
      ...named,
      ...identityOf(named),
      fromImport: !memberNames[company.name],
      description: company.about,
      country: company.country,
      size: company.size,
      verifiedBy: company.verifiedBy,
      verifiedAt: company.verifiedBy && daysAfter(createdAt, 2),
      createdAt,
    };
  });
}
