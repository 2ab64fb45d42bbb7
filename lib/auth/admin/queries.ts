import { and, asc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/auth";
import { companies, members } from "@/db/schema/companies";
import type { Admin } from "../input";

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  isAdmin: users.isAdmin,
  suspendedAt: users.suspendedAt,
  createdAt: users.createdAt,
};

const pageSize = 50;

/**
 * Accounts whose address begins with `q`, in the order of addresses: one page from after the address `after`, and where the next one begins, or
 * null. Without `q`, the admins and those that are suspended.
 */
export async function listUsers(_: Admin, { q, after }: { q?: string; after?: string }) {
  const rows = await db()
    .select(columns)
    .from(users)
    .where(
      and(
        q
          ? sql`${users.email} like ${`${q.replace(/[\\%_]/g, "\\$&")}%`}`
          : sql`(${users.isAdmin} or ${users.suspendedAt} is not null)`,
        after ? gt(users.email, after) : undefined,
      ),
    )
    .orderBy(asc(users.email))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { users: page, next: rows.length > pageSize ? (page.at(-1)?.email ?? null) : null };
}

/** An account for an admin, with its companies and what else tells who it is; or null. */
export async function findUser(_: Admin, id: string) {
  const [user] = await db()
    .select({
      ...columns,
      suspendReason: users.suspendReason,
      deletionAt: users.deletionAt,
      visitedAt: users.visitedAt,
      sessions: sql<number>`(select count(*)::int from sessions s where s.user_id = ${sql`${users.id}`} and s.expires > app_now())`,
      reports: sql<{ upheld: number; dismissed: number }>`(
        select json_build_object('upheld', count(*) filter (where r.state = 'upheld'), 'dismissed', count(*) filter (where r.state = 'dismissed'))
        from reports r where r.reporter_id = ${sql`${users.id}`})`,
    })
    .from(users)
    .where(eq(users.id, id));
  if (!user) return null;
  const memberships = await db()
    .select({ slug: companies.slug, name: companies.name, role: members.role })
    .from(members)
    .innerJoin(companies, eq(companies.id, members.companyId))
    .where(eq(members.userId, id))
    .orderBy(asc(companies.name))
    .limit(50);
  return { ...user, memberships };
}
