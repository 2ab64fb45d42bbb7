import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { countMembers, isClaimed } from "@/db/membership";
import { users } from "@/db/schema/auth";
import { companies, companyChanges, companyLogos, members } from "@/db/schema/companies";
import type { Admin } from "@/lib/auth/input";
import { isPublicCompany } from "@/lib/companies/queries";
import { changedSince, claimOn, pageSize } from "./queue";

const columns = {
  id: companies.id,
  slug: companies.slug,
  name: companies.name,
  website: companies.website,
  country: companies.country,
  createdAt: companies.createdAt,
  verifiedBy: companies.verifiedBy,
  suspendedAt: companies.suspendedAt,
  closedAt: companies.closedAt,
  // Counted company by company: whether there is a member at all would be looked up in a table of all members.
  isClaimed: sql<boolean>`(${countMembers(companies.id)} > 0)`,
  isPublic: isPublicCompany(sql`${companies.id}`),
};

const start = sql`lower(${companies.name})`;

/**
 * Companies whose name begins with `q`, in the order of their names: one page from behind the company `after`, and where the next one begins, or
 * null. With `suspended`, those that are suspended alone.
 */
export async function listCompaniesForAdmin(
  _: Admin,
  { q, suspended, after }: { q?: string; suspended: boolean; after?: string },
) {
  const rows = await db()
    .select(columns)
    .from(companies)
    .where(
      and(
        q ? sql`${start} like ${`${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`}` : undefined,
        isNull(companies.mergedInto),
        suspended ? isNotNull(companies.suspendedAt) : undefined,
        after
          ? sql`(${start}, ${companies.id}) > (select lower(c.name), c.id from companies c where c.id = ${after}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${start}`, asc(companies.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { companies: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

const claim = claimOn(sql`c.company_id = ${companies.id}`);

/** Companies of these ids whose change waits for review, in no order, with who is reviewing each. */
export function listChangedCompanies(_: Admin, ids: string[]) {
  return db()
    .select({ ...columns, claim })
    .from(companyChanges)
    .innerJoin(companies, eq(companies.id, companyChanges.companyId))
    .where(inArray(companyChanges.companyId, ids));
}

const lookalike = alias(companies, "lookalike");

/** A company for an admin by its address, public or not, with its people, its postings by state, and the companies that look like it; or null. */
export async function findCompanyForAdmin(_: Admin, slug: string) {
  const [company] = await db()
    .select({
      ...columns,
      suspendReason: companies.suspendReason,
      description: companies.description,
      working: companies.working,
      benefits: companies.benefits,
      logo: companyLogos.hash,
      waitsSince: changedSince(sql`${companies.id}`),
      claim,
      editedAt: companyChanges.editedAt,
      sentBackAt: companyChanges.sentBackAt,
      changeReason: companyChanges.reason,
      fromImport: companies.fromImport,
      published: sql<number>`(select count(*)::int from (
        select 1 from postings p where p.company_id = ${sql`${companies.id}`} and p.state = 'published' limit 1000) as counted)`,
      inReview: sql<number>`(select count(*)::int from (
        select 1 from postings p where p.company_id = ${sql`${companies.id}`} and p.state = 'in_review' limit 1000) as counted)`,
    })
    .from(companies)
    .leftJoin(companyLogos, eq(companyLogos.companyId, companies.id))
    .leftJoin(companyChanges, eq(companyChanges.companyId, companies.id))
    .where(and(eq(companies.slug, slug), isNull(companies.mergedInto)));
  if (!company) return null;
  const [people, alike] = await Promise.all([
    db()
      .select({ id: users.id, email: users.email, name: users.name, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.companyId, company.id))
      .orderBy(desc(sql`${members.role} = 'owner'`), asc(members.createdAt), asc(members.userId))
      .limit(100),
    db()
      .select({ slug: lookalike.slug, name: lookalike.name, isClaimed: isClaimed(lookalike.id) })
      .from(companies)
      .innerJoin(
        lookalike,
        sql`${lookalike.skeletons} && ${companies.skeletons} and ${lookalike.id} <> ${companies.id}`,
      )
      .where(eq(companies.id, company.id))
      .orderBy(asc(lookalike.createdAt), asc(lookalike.id))
      .limit(10),
  ]);
  return { ...company, people, alike };
}
