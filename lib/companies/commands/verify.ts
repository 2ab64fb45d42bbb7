import { and, eq, lt, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { companies, domainChecks, domainCodes } from "@/db/schema/companies";
import { hashCode, isCode, newCode } from "@/lib/auth/code";
import type { Actor } from "@/lib/auth/input";
import { codeMinutes, codeTries } from "@/lib/auth/rules";
import { enqueue } from "@/lib/background/commands";
import { sendMail } from "@/lib/email/commands";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import { domainToVerify, isAt } from "../domain";
import type { OneCompany, RedeemDomainCode, RequestDomainCode } from "../input";
import type { verifications } from "../lists";
import { refuseUnlessOwner } from "../rules";
import { lockTeam } from "./team";

/**
 * Verifies a company by the address that its owner is signed in with. Returns the address of its page. Throws `not_found`, `forbidden` unless
 * the actor is an owner, and `conflict` where the address is not at the domain of the website, and for what `lockToVerify` says.
 */
export function verifyByEmail(actor: Actor, { companyId }: OneCompany) {
  return inTransaction(async (tx) => {
    const { slug, domain } = await lockToVerify(tx, actor, companyId);
    if (!isAt(actor.email, domain))
      throw new DomainError("conflict", `You are signed in as ${actor.email}, which is not at ${domain}.`);
    await verify(tx, companyId, "email", actor);
    return { slug };
  });
}

/** Sends a code to an address at the domain of the company's website, in place of any earlier one. Throws as `verifyByEmail`. */
export function requestDomainCode(actor: Actor, { companyId, mailbox }: RequestDomainCode) {
  return inTransaction(async (tx) => {
    const company = await lockToVerify(tx, actor, companyId);
    await sendCode(tx, actor, company, mailbox);
    return { slug: company.slug };
  });
}

/** Sends a code to an address at the domain of a company, in place of any earlier one. */
export async function sendCode(
  tx: Transaction,
  actor: Actor,
  { id: companyId, name, domain }: { id: string; name: string; domain: string },
  mailbox: string,
) {
  const email = `${mailbox}@${domain}`;
  const code = newCode();
  const sent = {
    email,
    codeHash: hashCode(code, email),
    tries: 0,
    expiresAt: new Date(tx.now.getTime() + codeMinutes * 60_000),
  };
  await tx
    .insert(domainCodes)
    .values({ companyId, ...sent })
    .onConflictDoUpdate({ target: domainCodes.companyId, set: sent });
  await sendMail(tx, {
    key: `domain-code-${companyId}-${tx.now.getTime()}`,
    to: email,
    subject: `${code} verifies ${name} on Backplane`,
    heading: `Verify ${name}`,
    paragraphs: [
      `${actor.email} wants to verify ${name} on Backplane by this address. If you agree, give them this code. It is valid for ${codeMinutes} minutes and works once.`,
    ],
    code,
    reason:
      "You received this e-mail because somebody entered your address to verify a company. If you do not know them, ignore it.",
  });
}

/** Verifies a company by the newest code sent to its domain. Throws as `verifyByEmail`, `invalid` at `code` for a wrong, used or late one, and `rate_limited` after five tries. */
export async function redeemDomainCode(actor: Actor, { companyId, code }: RedeemDomainCode) {
  const outcome = await inTransaction(async (tx) => {
    const { slug, domain } = await lockToVerify(tx, actor, companyId);
    const read = await readCode(tx, { id: companyId, domain }, code);
    if (read === "right") await verify(tx, companyId, "email", actor);
    return { read, slug };
  });
  refuseCode(outcome.read);
  return { slug: outcome.slug };
}

type CodeRead = "right" | "none" | "spent" | "wrong";

/**
 * What a code is to the newest one that was sent to the domain of a locked company. A wrong try must be kept, so the transaction may not be
 * rolled back for it: `refuseCode` comes after its end.
 */
export async function readCode(
  tx: Transaction,
  { id: companyId, domain }: { id: string; domain: string },
  code: string,
): Promise<CodeRead> {
  const [row] = await tx
    .select({ email: domainCodes.email, codeHash: domainCodes.codeHash, tries: domainCodes.tries })
    .from(domainCodes)
    .where(and(eq(domainCodes.companyId, companyId), sql`${domainCodes.expiresAt} > app_now()`))
    .for("update");
  if (!row || !isAt(row.email, domain)) return "none";
  if (row.tries >= codeTries) return "spent";
  if (isCode(code, row)) return "right";
  await tx
    .update(domainCodes)
    .set({ tries: row.tries + 1 })
    .where(eq(domainCodes.companyId, companyId));
  return "wrong";
}

/** Throws `invalid` at `code` for a wrong, used or late one, and `rate_limited` after five tries. */
export function refuseCode(read: CodeRead) {
  if (read === "none")
    throw new DomainError("invalid", "There is no code, or it has expired. Send a new one.", "code");
  if (read === "spent") throw new DomainError("rate_limited", "Too many attempts. Send a new code.", "code");
  if (read === "wrong") throw new DomainError("invalid", "This is not the code in the e-mail.", "code");
}

/** Has the worker look for the company's record in the DNS: at once, and some more times. Throws as `verifyByEmail`. */
export function startDomainCheck(actor: Actor, { companyId }: OneCompany) {
  return inTransaction(async (tx) => {
    const { slug, domain } = await lockToVerify(tx, actor, companyId);
    const asked = { domain, askedAt: tx.now, results: [], nextAt: tx.now };
    await tx
      .insert(domainChecks)
      .values({ companyId, ...asked })
      .onConflictDoUpdate({ target: domainChecks.companyId, set: asked });
    await enqueue(tx, "check-domains", {}, "check-domains-asked");
    return { slug };
  });
}

/** Gives a company its badge, in the transaction that found it to be who it says. */
export async function verify(
  tx: Transaction,
  companyId: string,
  by: (typeof verifications)[number],
  actor: Actor | null,
) {
  await tx
    .update(companies)
    .set({ verifiedBy: by, verifiedAt: tx.now, badgeLostBy: null, badgeLostAt: null })
    .where(eq(companies.id, companyId));
  await tx.delete(domainCodes).where(eq(domainCodes.companyId, companyId));
  await tx.update(domainChecks).set({ nextAt: null }).where(eq(domainChecks.companyId, companyId));
  await record(tx, { type: "company.verified", actorId: actor?.userId ?? null, companyId, data: { by } });
}

/** Part of the worker's regular task: forgets codes, and the addresses that they were sent to, once they are late. */
export async function forgetDomainCodes() {
  await inTransaction(async (tx) => {
    await tx.delete(domainCodes).where(lt(domainCodes.expiresAt, tx.now));
  });
}

/** The company of an owner with the domain that is to be verified. Throws `conflict` where it is closed, verified, or has no such domain. */
async function lockToVerify(tx: Transaction, actor: Actor, companyId: string) {
  const company = await lockTeam(tx, actor, companyId);
  refuseUnlessOwner(company, "verify the company");
  const { website, verifiedAt } = one(
    await tx
      .select({ website: companies.website, verifiedAt: companies.verifiedAt })
      .from(companies)
      .where(eq(companies.id, companyId)),
  );
  if (company.closedAt) throw new DomainError("conflict", "This company is closed.");
  if (verifiedAt) throw new DomainError("conflict", "This company is verified already.");
  const found = domainToVerify(website);
  if ("fault" in found) throw new DomainError("conflict", found.fault);
  return { ...company, ...found };
}
