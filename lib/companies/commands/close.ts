import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { companies, memberInvitations } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { nameKeyOf } from "../identity";
import { refuseUnlessOwner } from "../rules";
import { dropChange } from "./changes";
import { lockTeam } from "./team";

/**
 * Marks a company as closed for good, in the transaction that closes its postings: its open invitations are withdrawn, its members are told.
 * Throws `not_found`, `forbidden` unless the actor is an owner, `unauthenticated` unless they signed in a short while ago, `conflict` where it is closed already, and `invalid` at `name` unless that
 * is its name. Returns the address of the company.
 */
export async function closeCompany(
  tx: Transaction,
  actor: Actor,
  { companyId, name }: { companyId: string; name: string },
): Promise<{ slug: string }> {
  const company = await lockTeam(tx, actor, companyId);
  refuseUnlessOwner(company, "close the company");
  refuseUnlessFresh(actor, tx.now);
  if (company.closedAt) throw new DomainError("conflict", "This company is closed already.");
  if (nameKeyOf(name) !== nameKeyOf(company.name))
    throw new DomainError("invalid", `Enter the name of the company: ${company.name}`, "name");
  await tx.update(companies).set({ closedAt: tx.now }).where(eq(companies.id, companyId));
  await dropChange(tx, companyId);
  await tx
    .update(memberInvitations)
    .set({ withdrawnAt: tx.now })
    .where(
      and(
        eq(memberInvitations.companyId, companyId),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.withdrawnAt),
      ),
    );
  await record(tx, { type: "company.closed", actorId: actor.userId, companyId });
  return company;
}
