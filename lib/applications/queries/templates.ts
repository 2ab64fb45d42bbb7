import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { messageTemplates } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";

const columns = {
  id: messageTemplates.id,
  companyId: messageTemplates.companyId,
  companyName: companies.name,
  name: messageTemplates.name,
  text: messageTemplates.text,
};

const templates = () =>
  db()
    .select(columns)
    .from(messageTemplates)
    .innerJoin(companies, eq(companies.id, messageTemplates.companyId));

/** The templates of the actor's companies, or of one of them, by name, at most 200. Empty for all but owners and recruiters. */
export const listTemplates = (actor: Actor, companyId?: string) =>
  templates()
    .where(
      and(
        mayWrite(actor, messageTemplates.companyId),
        companyId === undefined ? undefined : eq(messageTemplates.companyId, companyId),
      ),
    )
    .orderBy(asc(messageTemplates.name), asc(messageTemplates.id))
    .limit(200);

/** One template of the actor's company, or null. */
export async function findTemplate(actor: Actor, id: string) {
  const [template] = await templates().where(
    and(eq(messageTemplates.id, id), mayWrite(actor, messageTemplates.companyId)),
  );
  return template ?? null;
}
