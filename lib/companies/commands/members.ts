import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { members } from "@/db/schema/companies";
import { endSessionsOf } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { record } from "@/lib/events/commands";
import type { ChangeRole, OneCompany, OneMember } from "../input";
import { refuseLastOwner, refuseUnlessOwner } from "../rules";
import { lockTeam, memberOf } from "./team";

/**
 * Gives a member another role, at once: their sessions end. Returns the address of the company. The same role again changes nothing. Throws `not_found`, `forbidden` unless the
 * actor is an owner, `unauthenticated` unless they signed in a short while ago, and `conflict` for the last owner.
 */
export function changeRole(actor: Actor, { companyId, userId, role }: ChangeRole): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "change roles");
    refuseUnlessFresh(actor, tx.now);
    const { role: from } = memberOf(company.team, userId);
    if (from === role) return company;
    if (from === "owner") refuseLastOwner(company.team, userId, userId === actor.userId);
    await tx
      .update(members)
      .set({ role })
      .where(and(eq(members.companyId, companyId), eq(members.userId, userId)));
    if (userId !== actor.userId) await endSessionsOf(tx, { userId });
    await record(tx, {
      type: "member.role_changed",
      actorId: actor.userId,
      companyId,
      data: { userId, role, from },
    });
    return company;
  });
}

/**
 * Takes somebody out of the company, at once: their sessions end. Returns the address of the company. Throws `not_found`, `forbidden` unless the actor is an owner,
 * `unauthenticated` unless they signed in a short while ago, and `conflict` for the last owner.
 */
export function removeMember(actor: Actor, { companyId, userId }: OneMember): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "remove people");
    refuseUnlessFresh(actor, tx.now);
    const { role } = memberOf(company.team, userId);
    refuseLastOwner(company.team, userId, userId === actor.userId);
    await deleteMember(tx, companyId, userId);
    if (userId !== actor.userId) await endSessionsOf(tx, { userId });
    await record(tx, {
      type: "member.removed",
      actorId: actor.userId,
      companyId,
      data: { userId, role },
    });
    return company;
  });
}

/** The actor leaves the company. Throws `not_found`, and `conflict` for the last owner. */
export function leaveCompany(actor: Actor, { companyId }: OneCompany) {
  return inTransaction(async (tx) => {
    const { team, role } = await lockTeam(tx, actor, companyId);
    refuseLastOwner(team, actor.userId, true);
    await deleteMember(tx, companyId, actor.userId);
    await record(tx, {
      type: "member.left",
      actorId: actor.userId,
      companyId,
      data: { userId: actor.userId, role },
    });
  });
}

async function deleteMember(tx: Transaction, companyId: string, userId: string) {
  await tx.delete(members).where(and(eq(members.companyId, companyId), eq(members.userId, userId)));
}
