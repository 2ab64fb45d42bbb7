import { and, asc, desc, eq, gt, ilike, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companies, members } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";

const columns = {
  id: companies.id,
  slug: companies.slug,
  name: companies.name,
  website: companies.website,
  description: companies.description,
  country: companies.country,
  size: companies.size,
  verifiedBy: companies.verifiedBy,
  claimed: sql<boolean>`exists (select 1 from members where members.company_id = companies.id)`,
};

/** A company by its address, unless it is suspended; or null. */
export async function findCompany(slug: string) {
  const [company] = await db()
    .select(columns)
    .from(companies)
    .where(and(eq(companies.slug, slug), isNull(companies.suspendedAt)));
  return company ?? null;
}

/** Companies in the order of their addresses, from after the address `after`: one page of `limit` and whether there is more. */
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
        isNull(companies.suspendedAt),
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

/** The companies that the actor is a member of, oldest membership first, with the role in each. */
export function listMemberships(actor: Actor) {
  return db()
    .select({ ...columns, role: members.role })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(eq(members.userId, actor.userId))
    .orderBy(asc(members.createdAt), desc(companies.id))
    .limit(50);
}
