import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isOwner } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { companyForm } from "../form";

import { changeOfIdentity, identityOf } from "../identity";
import type { CompanyForm } from "../input";
import { wordColumns } from "../queries";
import { askForLook } from "./changes";
import { resolveStack, saveStack, wordsOf } from "./words";

/**
 * Saves what an owner says of their company, and returns its address. A verified company that changes its name or the domain of its website loses the badge in the
 * same transaction, and its owners are told. Throws `not_found` unless the actor owns it, `invalid` at `stack` for a
 * technology that we do not know, and `conflict` where the company is not `version`
 * any more.
 */
export async function editCompany(
  actor: Actor,
  companyId: string,
  input: CompanyForm,
  version?: string,
): Promise<{ slug: string }> {
  const stack = await resolveStack(input.stack, companyId);
  return inTransaction(async (tx) => {
    const before = await lockOwn(tx, actor, companyId);
    refuseIfChanged(version, companyForm(before));
    const after = { name: input.name, website: input.website ?? null };
    const changed = before.verifiedAt && changeOfIdentity(before, after);
    await tx
      .update(companies)
      .set({
        ...after,
        ...identityOf(after),
        ...wordsOf(input),
        country: input.country ?? null,
        size: input.size ?? null,
        retentionMonths: input.retentionMonths,
        // An import finds no company by its name that somebody answers for.
        fromImport: false,
        ...(changed && { verifiedBy: null, verifiedAt: null, badgeLostBy: changed, badgeLostAt: tx.now }),
      })
      .where(eq(companies.id, companyId));
    await saveStack(tx, companyId, stack);
    await record(tx, { type: "company.edited", actorId: actor.userId, companyId });
    const shown = ["name", "description", "working", "benefits"] as const;
    if (shown.some((part) => before[part] !== input[part])) await askForLook(tx, companyId);
    if (changed)
      await record(tx, {
        type: "company.badge_lost",
        actorId: actor.userId,
        companyId,
        data: { by: changed, was: before.verifiedBy },
      });
    return { slug: before.slug };
  });
}

async function lockOwn(tx: Transaction, actor: Actor, companyId: string) {
  const [company] = await tx
    .select({
      slug: companies.slug,
      name: companies.name,
      website: companies.website,
      ...wordColumns,
      country: companies.country,
      size: companies.size,
      verifiedBy: companies.verifiedBy,
      verifiedAt: companies.verifiedAt,
    })
    .from(companies)
    .where(and(eq(companies.id, companyId), isOwner(actor, companies.id)))
    .for("update");
  if (!company) throw new DomainError("not_found", "We cannot find this company.");
  return company;
}
