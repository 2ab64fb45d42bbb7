import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { countMembers } from "@/db/membership";
import { companies, members } from "@/db/schema/companies";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { MergeCompany } from "../input";
import { mostMembers } from "../rules";
import { dropChange } from "./changes";

/** A company that is merged, or that another one is merged into. */
type Merged = { id: string; slug: string };

/**
 * Both companies of a merger, locked until the transaction ends, in one order. Throws `not_found` where the first is not there, `invalid` at
 * `into` where the other is not, or is the same, and `conflict` where one of them is suspended or closed, or they have too many members.
 */
export async function lockToMerge(
  tx: Transaction,
  { companyId, into: slug }: MergeCompany,
): Promise<{ from: Merged; into: Merged }> {
  const found = await tx
    .select({
      id: companies.id,
      slug: companies.slug,
      name: companies.name,
      suspendedAt: companies.suspendedAt,
      closedAt: companies.closedAt,
      members: countMembers(companies.id),
    })
    .from(companies)
    .where(and(or(eq(companies.id, companyId), eq(companies.slug, slug)), isNull(companies.mergedInto)))
    .orderBy(asc(companies.id))
    .for("update");
  const from = found.find(({ id }) => id === companyId);
  const into = found.find((one) => one.slug === slug);
  if (!from) throw new DomainError("not_found", "We cannot find this company.");
  if (!into) throw new DomainError("invalid", "There is no company with this address.", "into");
  if (into.id === from.id) throw new DomainError("invalid", "This is the same company.", "into");
  for (const { name, suspendedAt, closedAt } of [from, into])
    if (suspendedAt || closedAt)
      throw new DomainError("conflict", `${name} is ${suspendedAt ? "suspended" : "closed"}.`);
  if (from.members + into.members > mostMembers)
    throw new DomainError("conflict", `A company can have at most ${mostMembers} members.`);
  return { from, into };
}

/**
 * Brings the members of one locked company to the other, and marks it as merged, in the transaction that moves the rest. A member of both keeps
 * the role in the second. An import finds the second company under the name of the first from now on.
 */
export async function absorb(tx: Transaction, admin: Admin, { from, into }: { from: Merged; into: Merged }) {
  const moved = await tx
    .select({ userId: members.userId, role: members.role, createdAt: members.createdAt })
    .from(members)
    .where(eq(members.companyId, from.id))
    .limit(mostMembers);
  if (moved.length > 0)
    await tx
      .insert(members)
      .values(moved.map((one) => ({ ...one, companyId: into.id })))
      .onConflictDoNothing();
  await tx
    .update(companies)
    .set({ mergedInto: into.id, closedAt: tx.now, skeletons: [] })
    .where(eq(companies.id, from.id));
  await tx.update(companies).set({ mergedInto: into.id }).where(eq(companies.mergedInto, from.id));
  await dropChange(tx, from.id);
  // Once it is closed it needs no owner.
  await tx.delete(members).where(eq(members.companyId, from.id));
  await record(tx, {
    type: "company.merged",
    actorId: admin.userId,
    companyId: into.id,
    data: { fromId: from.id },
  });
}
