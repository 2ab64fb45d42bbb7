import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { messageTemplates } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { brokenConstraint, DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { one } from "@/lib/present";
import { templateForm } from "../form";
import type { OneTemplate, TemplateForm } from "../input";

/** So many templates of one company. */
const mostTemplates = 100;

/**
 * Creates a template of the actor's company and returns its id. Owners and recruiters only. Throws `not_found`; `invalid` for a name that is
 * taken; `conflict` when there are a hundred.
 */
export async function createTemplate(actor: Actor, companyId: string, input: TemplateForm) {
  return refusingTakenNames(() =>
    inTransaction(async (tx) => {
      const [company] = await tx.execute<{ n: number }>(sql`
        select (select count(*)::int from message_templates t where t.company_id = c.id) as n
        from companies c where c.id = ${companyId}::uuid and ${mayWrite(actor, sql`c.id`)} for no key update`);
      if (!company) throw new DomainError("not_found", "This company does not exist.");
      if (company.n >= mostTemplates)
        throw new DomainError("conflict", `A company can have ${mostTemplates} templates. Delete one first.`);
      const rows = await tx
        .insert(messageTemplates)
        .values({ companyId, ...input, updatedAt: tx.now })
        .returning({ id: messageTemplates.id });
      const { id } = one(rows);
      await record(tx, {
        type: "template.saved",
        actorId: actor.userId,
        companyId,
        data: { templateId: id },
      });
      return { id };
    }),
  );
}

/** Edits a template of the actor's company. Throws as `createTemplate`, and `conflict` where it is not `version` any more. */
export async function editTemplate(
  actor: Actor,
  { id, ...input }: TemplateForm & { id: string },
  version?: string,
) {
  return refusingTakenNames(() =>
    inTransaction(async (tx) => {
      const [template] = await tx
        .select({
          companyId: messageTemplates.companyId,
          name: messageTemplates.name,
          text: messageTemplates.text,
        })
        .from(messageTemplates)
        .where(and(eq(messageTemplates.id, id), mayWrite(actor, messageTemplates.companyId)))
        .for("update");
      if (!template) throw new DomainError("not_found", "This template does not exist.");
      const { companyId } = template;
      refuseIfChanged(version, templateForm(template));
      await tx
        .update(messageTemplates)
        .set({ ...input, updatedAt: tx.now })
        .where(eq(messageTemplates.id, id));
      await record(tx, {
        type: "template.saved",
        actorId: actor.userId,
        companyId,
        data: { templateId: id },
      });
      return { id };
    }),
  );
}

/** Deletes a template of the actor's company. What was sent with it stays. Throws `not_found`. */
export function deleteTemplate(actor: Actor, { id }: OneTemplate) {
  return inTransaction(async (tx) => {
    const [deleted] = await tx
      .delete(messageTemplates)
      .where(and(eq(messageTemplates.id, id), mayWrite(actor, messageTemplates.companyId)))
      .returning({ companyId: messageTemplates.companyId });
    if (!deleted) throw new DomainError("not_found", "This template does not exist.");
    await record(tx, {
      type: "template.deleted",
      actorId: actor.userId,
      companyId: deleted.companyId,
      data: { templateId: id },
    });
  });
}

async function refusingTakenNames<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (brokenConstraint(error) === "message_templates_name")
      throw new DomainError("invalid", "Another template has this name. Choose a different one.", "name");
    throw error;
  }
}

/** Gives the templates of one company to another, in the transaction that merges the two; those whose name is taken there are left out. */
export async function moveTemplates(tx: Transaction, { from, into }: { from: string; into: string }) {
  await tx.execute(sql`
    update message_templates t set company_id = ${into}::uuid where t.company_id = ${from}::uuid
      and not exists (select 1 from message_templates o where o.company_id = ${into}::uuid and o.name = t.name)`);
}
