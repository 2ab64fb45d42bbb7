import { and, eq, isNotNull } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { companies } from "@/db/schema/companies";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { OneCompany, SuspendCompany } from "../input";
import { lockCompany } from "./team";

/**
 * Suspends a company, for a reason that its owners are told by mail: its page and all of its postings are gone from everywhere at once. Throws
 * `not_found`, and `conflict` where it is suspended already.
 */
export function suspendCompany(admin: Admin, { companyId, reason }: SuspendCompany): Promise<void> {
  return inTransaction(async (tx) => {
    const company = await lockCompany(tx, companyId);
    if (!company) throw new DomainError("not_found", "We cannot find this company.");
    if (company.suspendedAt) throw new DomainError("conflict", "This company is suspended already.");
    await tx
      .update(companies)
      .set({ suspendedAt: tx.now, suspendReason: reason })
      .where(eq(companies.id, companyId));
    await record(tx, { type: "company.suspended", actorId: admin.userId, companyId });
  });
}

/** Lifts the suspension of a company: what would be live without it is shown again. Throws `conflict` where it is not suspended. */
export function unsuspendCompany(admin: Admin, { companyId }: OneCompany): Promise<void> {
  return inTransaction(async (tx) => {
    const lifted = await tx
      .update(companies)
      .set({ suspendedAt: null, suspendReason: null })
      .where(and(eq(companies.id, companyId), isNotNull(companies.suspendedAt)))
      .returning({ id: companies.id });
    if (lifted.length === 0) throw new DomainError("conflict", "This company is not suspended.");
    await record(tx, { type: "company.unsuspended", actorId: admin.userId, companyId });
  });
}
