import { and, asc, desc, eq, gt, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Transaction } from "@/db/client";
import { isClaimed, isMember } from "@/db/membership";
import { companies, members } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";
import { present } from "@/lib/present";

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
  description: companies.description,
  country: companies.country,
  size: companies.size,
  verifiedBy: companies.verifiedBy,
  claimed: isClaimed(companies.id),
};

/**
 * A company by its address, and whether it is public; or null. One that is not public yet is there for its members and admins alone, a
 * suspended one for nobody.
 */
export async function findCompany(slug: string, actor: Actor | null) {
  const isTheirs = actor ? sql`(${actor.isAdmin} or ${isMember(actor, companies.id)})` : undefined;
  const [company] = await db()
    .select({ ...columns, isPublic })
    .from(companies)
    .where(and(eq(companies.slug, slug), isNull(companies.suspendedAt), or(isPublic, isTheirs)));
  return company ?? null;
}

/** Public companies in the order of their addresses, from after the address `after`: one page of `limit` and whether there is more. */
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
    .select(columns)
    .from(companies)
    .where(
      and(
        isPublic,
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
      id: companies.id,
      role: members.role,
      isPublic,
      badgeLostBy: companies.badgeLostBy,
      badgeLostAt: companies.badgeLostAt,
    })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(eq(members.userId, actor.userId))
    .orderBy(asc(members.createdAt), desc(companies.id))
    .limit(50);
}

/** Which of these name keys are those of companies with members, who look after their postings themselves. */
export async function findNamesWithMembers(tx: Transaction, nameKeys: string[]): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ nameKey: companies.nameKey })
    .from(companies)
    .where(and(inArray(companies.nameKey, nameKeys), isClaimed(companies.id)));
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
