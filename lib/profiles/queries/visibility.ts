import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isClaimed, memberIdsOf } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { blockedCompanies, blockedDomains, profiles, profileViews } from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import { isPublicCompany } from "@/lib/companies/queries";

/**
 * The profiles (of the table `profiles`, by its own name) that a company may find: opted in, and none of those hidden from it. The one
 * definition, for figures, lists, profiles and invitations. The list of people is read once and looked up, however many or few profiles the
 * planner expects.
 */
export const mayBeSeenBy = (companyId: SQL): SQL =>
  sql`(${profiles.searchable} and ${profiles.userId} not in (${hiddenFrom(companyId)}))`;

/**
 * The people whom a company may not find although they opted in, as a query of the ids of users: suspended, its own members, and who blocked
 * the company or a domain of it.
 */
export const hiddenFrom = (companyId: SQL): SQL => sql`
  select u.id from users u where u.suspended_at is not null
  union all ${memberIdsOf(companyId)}
  union all select b.user_id from blocked_companies b where b.company_id = ${companyId}
  union all select b.user_id from blocked_domains b join (${domainsOf(companyId)}) of_company (domain)
    on of_company.domain = b.domain or right(of_company.domain, length(b.domain) + 1) = '.' || b.domain`;

/** Those who applied to a posting, as a query of the ids of users. */
export const appliedTo = (postingId: string): SQL =>
  sql`select a.candidate_id from applications a where a.posting_id = ${postingId}::uuid and a.candidate_id is not null`;

/** Of its members' addresses, and of its own place on the web. */
const domainsOf = (companyId: SQL) => sql`
  select split_part(u.email, '@', 2) from users u where u.id in ${memberIdsOf(companyId)}
  union select lower(substring(c.website from '^[A-Za-z]+://(?:[^/@]*@)?([^/:?#]+)')) from companies c
    where c.id = ${companyId} and c.website is not null`;

/** What the actor blocked, companies by name and domains, at most 200 of each. */
export async function listBlocks(actor: Actor) {
  const [ofCompanies, domains] = await Promise.all([
    db()
      .select({ id: companies.id, name: companies.name })
      .from(blockedCompanies)
      .innerJoin(companies, eq(companies.id, blockedCompanies.companyId))
      .where(eq(blockedCompanies.userId, actor.userId))
      .orderBy(asc(companies.name), asc(companies.id))
      .limit(200),
    db()
      .select({ domain: blockedDomains.domain })
      .from(blockedDomains)
      .where(eq(blockedDomains.userId, actor.userId))
      .orderBy(asc(blockedDomains.domain))
      .limit(200),
  ]);
  return { companies: ofCompanies, domains: domains.map(({ domain }) => domain) };
}

/** Who opened the actor's profile, newest first, at most 200: which company, when, and for which posting. */
export function listProfileViews(actor: Actor) {
  return db()
    .select({
      id: profileViews.id,
      at: profileViews.at,
      companyName: companies.name,
      companySlug: companies.slug,
      postingTitle: postings.title,
      postingSlug: postings.slug,
    })
    .from(profileViews)
    .innerJoin(companies, eq(companies.id, profileViews.companyId))
    .innerJoin(postings, eq(postings.id, profileViews.postingId))
    .where(eq(profileViews.candidateId, actor.userId))
    .orderBy(desc(profileViews.at), desc(profileViews.id))
    .limit(200);
}

/** Names of public companies with members, who are the ones that could look: for suggestions, at most 1,000. */
export async function listBlockableNames(): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ name: companies.name })
    .from(companies)
    .where(and(isClaimed(companies.id), isPublicCompany(sql`${companies.id}`)))
    .orderBy(asc(companies.name))
    .limit(1000);
  return rows.map(({ name }) => name);
}
