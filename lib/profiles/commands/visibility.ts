import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { blockedCompanies, blockedDomains, profiles, profileViews } from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import { nameKeyOf } from "@/lib/companies/identity";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type {
  BlockCompany,
  BlockDomain,
  Searchable,
  UnblockCompany,
  UnblockDomain,
} from "../input/visibility";

/** Lets employers find the actor, or no longer. */
export function setSearchable(actor: Actor, { searchable }: Searchable) {
  return changeVisibility(actor, async (tx) => {
    const row = { userId: actor.userId, searchable, updatedAt: tx.now };
    await tx
      .insert(profiles)
      .values(row)
      .onConflictDoUpdate({ target: profiles.userId, set: { searchable } });
  });
}

/** Blocks each company that goes by the name, case and blanks aside. Throws `invalid` where there is none, `conflict` for one too many. */
export function blockCompany(actor: Actor, { company }: BlockCompany) {
  return changeVisibility(actor, async (tx) => {
    const named = await tx.execute<{ id: string }>(
      sql`select distinct coalesce(c.merged_into, c.id) as id from companies c where c.name_key = ${nameKeyOf(company)} order by id limit 50`,
    );
    if (named.length === 0)
      throw new DomainError(
        "invalid",
        `We found no company called “${company}”. You can block its domain instead.`,
        "company",
      );
    await tx
      .insert(blockedCompanies)
      .values(named.map(({ id }) => ({ userId: actor.userId, companyId: id, at: tx.now })))
      .onConflictDoNothing();
    await refuseTooMany(tx, actor, "company");
  });
}

/** Blocks every company with that domain, or with a member whose address is there. Throws `conflict` for one too many. */
export function blockDomain(actor: Actor, { domain }: BlockDomain) {
  return changeVisibility(actor, async (tx) => {
    await tx
      .insert(blockedDomains)
      .values({ userId: actor.userId, domain, at: tx.now })
      .onConflictDoNothing();
    await refuseTooMany(tx, actor, "domain");
  });
}

export function unblockCompany(actor: Actor, { companyId }: UnblockCompany) {
  return changeVisibility(actor, async (tx) => {
    const of = eq(blockedCompanies.userId, actor.userId);
    await tx.delete(blockedCompanies).where(and(of, eq(blockedCompanies.companyId, companyId)));
  });
}

export function unblockDomain(actor: Actor, { domain }: UnblockDomain) {
  return changeVisibility(actor, async (tx) => {
    const of = eq(blockedDomains.userId, actor.userId);
    await tx.delete(blockedDomains).where(and(of, eq(blockedDomains.domain, domain)));
  });
}

/**
 * Notes that the actor opened a candidate's profile, within the transaction that found that they may; once a day is enough. What the
 * candidate reads is this table, and nothing of it is told to anyone else.
 */
export async function noteProfileView(
  tx: Transaction,
  actor: Actor,
  view: { candidateId: string; companyId: string; postingId: string },
) {
  const [noted] = await tx
    .insert(profileViews)
    .values({ ...view, memberId: actor.userId, at: tx.now })
    .onConflictDoNothing()
    .returning({ id: profileViews.id });
  if (!noted) return;
  const { companyId, postingId } = view;
  const data = { viewId: noted.id };
  await record(tx, { type: "profile.opened", actorId: actor.userId, companyId, postingId, data });
}

/** What is blocked is nobody's but the candidate's: the event says that something changed, and not what. */
function changeVisibility(actor: Actor, change: (tx: Transaction) => Promise<void>) {
  return inTransaction(async (tx) => {
    await change(tx);
    await record(tx, { type: "profile.visibility_changed", actorId: actor.userId });
  });
}

const mostBlocks = 200;

async function refuseTooMany(tx: Transaction, { userId }: Actor, field: string) {
  const [row] = await tx.execute<{ fits: boolean }>(sql`
    select (select count(*) from blocked_companies where user_id = ${userId})
      + (select count(*) from blocked_domains where user_id = ${userId}) <= ${mostBlocks}::int as fits`);
  if (!row?.fits)
    throw new DomainError("conflict", `You can block at most ${mostBlocks} companies and domains.`, field);
}

/** Has those who block one company block another too, in the transaction that merges the two. */
export async function moveBlocks(tx: Transaction, { from, into }: { from: string; into: string }) {
  await tx.execute(sql`
    insert into blocked_companies (user_id, company_id, at)
    select b.user_id, ${into}::uuid, b.at from blocked_companies b where b.company_id = ${from}::uuid on conflict do nothing`);
}
