import { inTransaction } from "@/db/client";
import { members } from "@/db/schema/companies";
import { limitSessions } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import { one } from "@/lib/present";
import type { CompanyForm } from "../input";
import { insertCompanies } from "./insert";
import { resolveStack, saveStack } from "./words";

/**
 * Creates a company whose owner is the actor, and gives its id and slug. It is not public before its first posting is. Throws `conflict`
 * at the name where no address is left for it, and `invalid` at `stack` for a technology that we do not know.
 */
export async function createCompany(
  actor: Actor,
  { stack: names, ...input }: CompanyForm,
): Promise<{ id: string; slug: string }> {
  const stack = await resolveStack(names);
  return inTransaction(async (tx) => {
    const { id, slug } = one(await insertCompanies(tx, [input]));
    await saveStack(tx, id, stack);
    await tx
      .insert(members)
      .values({ companyId: id, userId: actor.userId, role: "owner", createdAt: tx.now });
    await limitSessions(tx, actor);
    await record(tx, { type: "company.created", actorId: actor.userId, companyId: id });
    return { id, slug };
  });
}
