import { and, asc, desc, eq, gt, ilike, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { answerRateOf } from "@/db/answer-rate";
import { type Database, db, type Transaction } from "@/db/client";
import { hasOtherOwner, isClaimed, isMember, isOwner } from "@/db/membership";
import { users } from "@/db/schema/auth";
import {
  companies,
  companyLogos,
  domainChecks,
  domainCodes,
  memberInvitations,
  members,
} from "@/db/schema/companies";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import { present } from "@/lib/present";
import { usualRetention } from "./lists";
import { mostMembers } from "./rules";

/**
 * Whether everyone may see the company of that id: it has had a public posting, and is not suspended. The one definition, for pages, lists,
 * suggestions and searches.
 */
export const isPublicCompany = (id: SQL): SQL<boolean> => sql<boolean>`(
  exists (select 1 from postings once where once.company_id = ${id} and once.published_at is not null
    and (once.publish_at is null or once.publish_at <= (select app_now())))
  and not exists (select 1 from companies ended where ended.id = ${id} and ended.suspended_at is not null))`;

const isPublic = isPublicCompany(sql`${companies.id}`);

const columns = {
  slug: companies.slug,
  name: companies.name,
  website: companies.website,
  /** The hash of its logo, or null. */
  logo: sql<string | null>`(select l.hash from company_logos l where l.company_id = ${sql`${companies.id}`})`,
  country: companies.country,
  size: companies.size,
  verifiedBy: companies.verifiedBy,
  closedAt: companies.closedAt,
  claimed: isClaimed(companies.id),
};

/** What a company says of itself, in its people's words; its stack in its own order; and for how many months it stores applications. */
export const wordColumns = {
  retentionMonths: companies.retentionMonths,
  description: companies.description,
  working: companies.working,
  benefits: companies.benefits,
  stack: sql<{ slug: string; label: string }[]>`coalesce((
    select json_agg(json_build_object('slug', s.slug, 'label', s.label) order by k.position)
    from company_skills k join skills s on s.id = k.skill_id where k.company_id = ${sql`${companies.id}`}), '[]')`,
};

/** How often the company answered applications in time, over all its postings: from 0 to 1 with two decimals, or null. */
const answerRate = sql<number | null>`${answerRateOf(
  sql`a.posting_id in (select p.id from postings p where p.company_id = ${sql`${companies.id}`})`,
)}::float8`;

/**
 * A company by its address with its words, the share of applications that it answered in time (from ten applications on), and whether it is public; or null. One that is not public yet is there for its members and admins alone, a
 * suspended one for nobody.
 */
export async function findCompany(slug: string, actor: Actor | null) {
  const isTheirs = actor ? sql`(${actor.isAdmin} or ${isMember(actor, companies.id)})` : undefined;
  const [company] = await db()
    .select({ ...columns, ...wordColumns, answerRate, isPublic })
    .from(companies)
    .where(
      and(
        eq(companies.slug, slug),
        isNull(companies.suspendedAt),
        isNull(companies.mergedInto),
        or(isPublic, isTheirs),
      ),
    );
  return company ?? null;
}

/** The website of a company and the hash of its logo, each null where it has none. */
export async function findCompanyLinks(id: string): Promise<{ website: string | null; logo: string | null }> {
  const [company] = await db()
    .select({ website: columns.website, logo: columns.logo })
    .from(companies)
    .where(eq(companies.id, id));
  return present(company);
}

/** A public company without members by its address, which somebody who works there can claim; or null. */
export async function findCompanyToClaim(slug: string) {
  const [company] = await db()
    .select({ id: companies.id, name: companies.name, website: companies.website })
    .from(companies)
    .where(and(eq(companies.slug, slug), isPublic, isNull(companies.closedAt), not(isClaimed(companies.id))));
  return company ?? null;
}

/** For how many months after their decision a company stores applications. */
export async function findRetention(slug: string): Promise<number> {
  const [company] = await db()
    .select({ months: companies.retentionMonths })
    .from(companies)
    .where(eq(companies.slug, slug));
  return company?.months ?? usualRetention;
}

/** The address of the company that the one with this address was merged into; or null. */
export async function findMergedInto(slug: string): Promise<string | null> {
  const into = alias(companies, "into_company");
  const [row] = await db()
    .select({ slug: into.slug })
    .from(companies)
    .innerJoin(into, eq(into.id, companies.mergedInto))
    .where(and(eq(companies.slug, slug), isNull(into.suspendedAt)));
  return row?.slug ?? null;
}

/** The picture of a logo by its hash, where a company that is not suspended has it; or null. */
export async function findLogo(hash: string): Promise<Buffer | null> {
  const [row] = await db()
    .select({ image: companyLogos.image })
    .from(companyLogos)
    .innerJoin(companies, eq(companies.id, companyLogos.companyId))
    .where(and(eq(companyLogos.hash, hash), isNull(companies.suspendedAt)))
    .limit(1);
  return row?.image ?? null;
}

/** Public companies that are not closed, in the order of their addresses, from after the address `after`: one page of `limit` and whether there is more. */
export async function listCompanies({
  q,
  after,
  limit = 50,
}: {
  q?: string;
  after?: string;
  limit?: number;
}) {
  const rows = await db()
    .select({ ...columns, answerRate })
    .from(companies)
    .where(
      and(
        isPublic,
        isNull(companies.closedAt),
        after ? gt(companies.slug, after) : undefined,
        q ? ilike(companies.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
      ),
    )
    .orderBy(asc(companies.slug))
    .limit(limit + 1);
  return {
    companies: rows.slice(0, limit),
    next: rows.length > limit ? (rows[limit - 1]?.slug ?? null) : null,
  };
}

/** The companies that the actor is a member of, oldest membership first, with the role in each and what became of the badge. */
export function listMemberships(actor: Actor) {
  return db()
    .select({
      ...columns,
      ...wordColumns,
      id: companies.id,
      role: members.role,
      isPublic,
      badgeLostBy: companies.badgeLostBy,
      badgeLostAt: companies.badgeLostAt,
      /** Why an admin sent what it says of itself back, or took it down. */
      changeReason: sql<string | null>`(
        select h.reason from company_changes h where h.company_id = ${sql`${companies.id}`})`,
    })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(eq(members.userId, actor.userId))
    .orderBy(asc(members.createdAt), desc(companies.id))
    .limit(50);
}

/** Who of some users belongs to which company, in any role. */
export function listCompanyIds(userIds: readonly string[]): Promise<{ userId: string; companyId: string }[]> {
  return db()
    .select({ userId: members.userId, companyId: members.companyId })
    .from(members)
    .where(inArray(members.userId, [...userIds]));
}

/** The members of a company of the actor, owners first, then in the order in which they came. Empty for who is none of them. */
export function listMembers(actor: Actor, companyId: string) {
  return db()
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      role: members.role,
      since: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.companyId, companyId), isMember(actor, members.companyId)))
    .orderBy(desc(sql`${members.role} = 'owner'`), asc(members.createdAt), asc(members.userId))
    .limit(mostMembers);
}

/** How far the verification of a company of the actor is: to which address a code was sent, and what came of looking in the DNS. */
export async function findVerification(actor: Actor, companyId: string) {
  const [row] = await db()
    .select({
      codeTo: domainCodes.email,
      checkedDomain: domainChecks.domain,
      results: domainChecks.results,
      nextAt: domainChecks.nextAt,
    })
    .from(companies)
    .leftJoin(
      domainCodes,
      and(eq(domainCodes.companyId, companies.id), sql`${domainCodes.expiresAt} > app_now()`),
    )
    .leftJoin(domainChecks, eq(domainChecks.companyId, companies.id))
    .where(and(eq(companies.id, companyId), isOwner(actor, companies.id)));
  return row ?? null;
}

/** The open invitations of a company, newest first, also those that expired, at most 100. Empty for all but its owners. */
export function listMemberInvitations(actor: Actor, companyId: string) {
  return db()
    .select({
      id: memberInvitations.id,
      email: memberInvitations.email,
      role: memberInvitations.role,
      sentAt: memberInvitations.sentAt,
      expiresAt: memberInvitations.expiresAt,
      isExpired: sql<boolean>`${memberInvitations.expiresAt} <= app_now()`,
    })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.companyId, companyId),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.withdrawnAt),
        isOwner(actor, memberInvitations.companyId),
      ),
    )
    .orderBy(desc(memberInvitations.sentAt), asc(memberInvitations.id))
    .limit(100);
}

/** The invitation behind the token of a mail's link, which identifies who may read it; null for a token that is not ours. */
export async function findMemberInvitation(token: string, on: Pick<Database, "select"> = db()) {
  const [row] = await on
    .select({
      id: memberInvitations.id,
      companyId: memberInvitations.companyId,
      companyName: companies.name,
      companySlug: companies.slug,
      email: memberInvitations.email,
      role: memberInvitations.role,
      expiresAt: memberInvitations.expiresAt,
      acceptedAt: memberInvitations.acceptedAt,
      withdrawnAt: memberInvitations.withdrawnAt,
      isReplaced: sql<boolean>`${memberInvitations.withdrawnAt} is not null and exists (
        select 1 from member_invitations newer where newer.company_id = ${memberInvitations.companyId}
          and newer.email = ${memberInvitations.email} and newer.sent_at > ${memberInvitations.sentAt}
          and newer.withdrawn_at is null)`,
      isOver: sql<boolean>`${companies.suspendedAt} is not null or ${companies.closedAt} is not null`,
      invitedBy: users.name,
    })
    .from(memberInvitations)
    .innerJoin(companies, eq(companies.id, memberInvitations.companyId))
    .leftJoin(users, eq(users.id, memberInvitations.invitedBy))
    .where(eq(memberInvitations.tokenHash, hashSecret(token)));
  return row ?? null;
}

/** Which of these name keys are those of companies with members, who look after their postings themselves. */
export async function findNamesWithMembers(tx: Transaction, nameKeys: string[]): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ nameKey: companies.nameKey })
    .from(companies)
    .where(
      and(
        inArray(companies.nameKey, nameKeys),
        isClaimed(sql`coalesce(${companies.mergedInto}, ${companies.id})`),
      ),
    );
  return new Set(rows.map(({ nameKey }) => present(nameKey)));
}

const other = alias(companies, "other");

/**
 * Other companies whose name or website is, or looks like, that of the company of the row in `companies`: verified ones first, at most
 * three. A member of the company is not told the names of those that are not public.
 */
export function lookalikesOf(reader: "admin" | "member"): SQL<Lookalike[]> {
  const isTold = reader === "admin" ? sql`true` : isPublicCompany(sql`${other.id}`);
  return sql`coalesce((
    select json_agg(json_build_object(
      'name', case when ${isTold} then ${other.name} end,
      'isVerified', ${other.verifiedAt} is not null,
      'sharesName', ${other.nameKey} = ${companies.nameKey},
      'looksLikeName', ${other.skeletons}[1] = ${companies.skeletons}[1]) order by ${other.verifiedAt} is null, ${other.createdAt}, ${other.id})
    from (
      select * from companies other where other.skeletons && ${companies.skeletons} and other.id <> ${companies.id}
      order by other.verified_at is null, other.created_at, other.id limit 3
    ) other), '[]')`;
}

/** What another company looks like this one by: its name is the same, or looks the same, or its website does. */
export type Lookalike = {
  name: string | null;
  isVerified: boolean;
  sharesName: boolean;
  looksLikeName: boolean;
};

/** The open companies, at most 100, that would be left without an owner if the user's account were deleted. */
export function listOnlyOwned(user: Pick<Actor, "userId">, on: Pick<Database, "select"> = db()) {
  return on
    .select({ slug: companies.slug, name: companies.name })
    .from(companies)
    .where(
      and(isOwner(user, companies.id), not(hasOtherOwner(user, companies.id)), isNull(companies.closedAt)),
    )
    .orderBy(asc(companies.name))
    .limit(100);
}
