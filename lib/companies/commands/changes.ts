import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { companies, companyChanges, companyLogos, companySkills } from "@/db/schema/companies";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { ApproveChange, DecideChange } from "../input";
import { lockCompany } from "./team";

/**
 * Has the admins look at what a company changed of its name, words or logo, in the transaction that changes it, where it is not verified or looks
 * like another one. What waits already keeps its place.
 */
export async function askForLook(tx: Transaction, companyId: string): Promise<void> {
  await tx.execute(sql`
    insert into company_changes as waits (company_id, changed_at, edited_at)
    select c.id, ${tx.now.toISOString()}::timestamptz, ${tx.now.toISOString()}::timestamptz from companies c
    where c.id = ${companyId}::uuid and (c.verified_at is null
      or exists (select 1 from companies other where other.skeletons && c.skeletons and other.id <> c.id))
    on conflict (company_id) do update set sent_back_at = null, reason = null, edited_at = excluded.edited_at,
      changed_at = case when waits.sent_back_at is null then waits.changed_at else excluded.changed_at end`);
}

/**
 * The address of a company, locked, whose change waits for a look. Throws `not_found` where there is no company, and `conflict` where no change
 * waits, since another admin decided, and where the company changed something after the version of `edited` that the admin read.
 */
export async function lockChange(
  tx: Transaction,
  { companyId, edited }: ApproveChange,
): Promise<{ slug: string }> {
  const company = await lockCompany(tx, companyId);
  if (!company) throw new DomainError("not_found", "We cannot find this company.");
  const [change] = await tx
    .select({ sentBackAt: companyChanges.sentBackAt, editedAt: companyChanges.editedAt })
    .from(companyChanges)
    .where(eq(companyChanges.companyId, companyId));
  if (!change || change.sentBackAt)
    throw new DomainError(
      "conflict",
      "No change of this company is waiting. Another admin may have decided.",
    );
  if (edited !== undefined && change.editedAt.toISOString() !== edited)
    throw new DomainError(
      "conflict",
      "The company changed something after you opened this page. Reload the page and check it again.",
    );
  return company;
}

/** Finds nothing wrong with a change, in the transaction of the decision. Throws as `lockChange`. */
export async function approveChange(tx: Transaction, admin: Admin, input: ApproveChange) {
  await lockChange(tx, input);
  const { companyId } = input;
  await dropChange(tx, companyId);
  await record(tx, { type: "company.change_approved", actorId: admin.userId, companyId });
}

/**
 * Asks the owners to change it again, for a reason that they are told by mail and on their page, in the transaction of the decision. Throws as
 * `lockChange`.
 */
export async function sendChangeBack(tx: Transaction, admin: Admin, input: DecideChange) {
  await lockChange(tx, input);
  const { companyId, reason } = input;
  await sendBack(tx, companyId, reason);
  await record(tx, { type: "company.change_sent_back", actorId: admin.userId, companyId });
}

/**
 * Removes what a company says of itself and its logo, for a reason that the owners are told by mail and on their page, in the transaction of the
 * decision. Throws as `lockChange`.
 */
export async function takeChangeDown(tx: Transaction, admin: Admin, input: DecideChange) {
  await lockChange(tx, input);
  const { companyId, reason } = input;
  await tx
    .update(companies)
    .set({ description: "", working: "", benefits: "" })
    .where(eq(companies.id, companyId));
  await tx.delete(companyLogos).where(eq(companyLogos.companyId, companyId));
  await tx.delete(companySkills).where(eq(companySkills.companyId, companyId));
  await sendBack(tx, companyId, reason);
  await record(tx, { type: "company.change_taken_down", actorId: admin.userId, companyId });
}

/** Takes what a company changed out of the queue: it was approved, or the company is closed. */
export async function dropChange(tx: Transaction, companyId: string) {
  await tx.delete(companyChanges).where(eq(companyChanges.companyId, companyId));
}

async function sendBack(tx: Transaction, companyId: string, reason: string) {
  await tx
    .update(companyChanges)
    .set({ sentBackAt: tx.now, reason })
    .where(eq(companyChanges.companyId, companyId));
}
