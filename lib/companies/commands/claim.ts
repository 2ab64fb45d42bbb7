import { and, eq, isNull, not } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isClaimed } from "@/db/membership";
import { companies, members } from "@/db/schema/companies";
import { limitSessions } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { domainToVerify, isAt } from "../domain";
import type { OneCompany, RedeemDomainCode, RequestDomainCode } from "../input";
import { readCode, refuseCode, sendCode, verify } from "./verify";

/**
 * Claims a company that has no members, by the address that the actor is signed in with: they become its owner, and it is verified. Returns its
 * address. Throws `not_found` where there is no such company any more, and `conflict` where the address is not at the domain of its website, or
 * that has none.
 */
export function claimByEmail(actor: Actor, { companyId }: OneCompany): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const company = await lockToClaim(tx, companyId);
    if (!isAt(actor.email, company.domain))
      throw new DomainError(
        "conflict",
        `You are signed in as ${actor.email}, which is not at ${company.domain}.`,
      );
    await claim(tx, actor, companyId);
    return { slug: company.slug };
  });
}

/** Sends a code to an address at the domain of a company without members, in place of any earlier one. Throws as `claimByEmail`. */
export function requestClaimCode(
  actor: Actor,
  { companyId, mailbox }: RequestDomainCode,
): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const company = await lockToClaim(tx, companyId);
    await sendCode(tx, actor, company, mailbox);
    return { slug: company.slug };
  });
}

/** Claims a company by the newest code sent to its domain. Throws as `claimByEmail`, and as `refuseCode`. */
export async function redeemClaimCode(
  actor: Actor,
  { companyId, code }: RedeemDomainCode,
): Promise<{ slug: string }> {
  const { read, slug } = await inTransaction(async (tx) => {
    const company = await lockToClaim(tx, companyId);
    const read = await readCode(tx, company, code);
    if (read === "right") await claim(tx, actor, companyId);
    return { read, slug: company.slug };
  });
  refuseCode(read);
  return { slug };
}

/** Makes the actor the owner of a locked company. No import finds it by its name from now on: somebody answers for it. */
async function claim(tx: Transaction, actor: Actor, companyId: string) {
  await tx.insert(members).values({ companyId, userId: actor.userId, role: "owner", createdAt: tx.now });
  await tx.update(companies).set({ fromImport: false }).where(eq(companies.id, companyId));
  await limitSessions(tx, actor);
  await record(tx, { type: "company.claimed", actorId: actor.userId, companyId });
  await verify(tx, companyId, "email", actor);
}

/** A company without members that can be claimed, locked, so that of several who claim it one does. */
async function lockToClaim(tx: Transaction, companyId: string) {
  const [locked] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for("no key update");
  const [company] = locked
    ? await tx
        .select({ id: companies.id, slug: companies.slug, name: companies.name, website: companies.website })
        .from(companies)
        .where(
          and(
            eq(companies.id, companyId),
            isNull(companies.suspendedAt),
            isNull(companies.closedAt),
            not(isClaimed(companies.id)),
          ),
        )
    : [];
  if (!company)
    throw new DomainError("not_found", "This company has members by now. Ask them to invite you.");
  const found = domainToVerify(company.website);
  if ("fault" in found)
    throw new DomainError("conflict", "We know no website of this company that could prove who you are.");
  return { ...company, ...found };
}
