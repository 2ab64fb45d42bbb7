import { and, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { companyLogos } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { OneCompany, SaveLogo } from "../input";
import { readLogo } from "../logo";
import { refuseUnlessOwner } from "../rules";
import { askForLook } from "./changes";
import { lockTeam } from "./team";

/** Saves a company's logo in place of any other. Returns the address of its page. Throws `not_found`, `forbidden` unless the actor is an owner, and `invalid` at `file` as `readLogo`. */
export async function saveLogo(actor: Actor, { companyId, file }: SaveLogo) {
  const logo = await readLogo(new Uint8Array(await file.arrayBuffer()));
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "change its page");
    await tx
      .insert(companyLogos)
      .values({ companyId, ...logo })
      .onConflictDoUpdate({ target: companyLogos.companyId, set: logo });
    await record(tx, { type: "company.logo_saved", actorId: actor.userId, companyId });
    await askForLook(tx, companyId);
    return { slug: company.slug };
  });
}

/** Removes a company's logo; none is no fault. Throws as `saveLogo`. */
export function removeLogo(actor: Actor, { companyId }: OneCompany) {
  return inTransaction(async (tx) => {
    const company = await lockTeam(tx, actor, companyId);
    refuseUnlessOwner(company, "change its page");
    const removed = await tx
      .delete(companyLogos)
      .where(and(eq(companyLogos.companyId, companyId)))
      .returning({ hash: companyLogos.hash });
    if (removed.length > 0)
      await record(tx, { type: "company.logo_removed", actorId: actor.userId, companyId });
    return { slug: company.slug };
  });
}
