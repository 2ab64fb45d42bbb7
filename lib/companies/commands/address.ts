import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { domainCodes, memberInvitations } from "@/db/schema/companies";

/**
 * Has what companies hold of an address follow an account that moved, in the transaction that moved it. Invitations to become a member go to
 * the new address, but for those of companies that invited that one too: of the two, the old one is withdrawn. Codes that were sent to the old
 * address to verify a company are dropped.
 */
export async function followAddress(tx: Transaction, { from, to }: { from: string; to: string }) {
  await tx
    .update(memberInvitations)
    .set({ withdrawnAt: tx.now })
    .where(
      and(
        eq(memberInvitations.email, from),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.withdrawnAt),
        sql`exists (select from member_invitations other where other.company_id = ${memberInvitations.companyId}
          and other.email = ${to} and other.accepted_at is null and other.withdrawn_at is null)`,
      ),
    );
  await tx.update(memberInvitations).set({ email: to }).where(eq(memberInvitations.email, from));
  await tx.delete(domainCodes).where(eq(domainCodes.email, from));
}
