import { eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { memberIdsOf } from "@/db/membership";
import { applicationNotes, applicationTags } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { one } from "@/lib/present";
import { tagsForm } from "../form";
import type { TagApplication, WriteNote } from "../input";
import { lockForMember } from "./lock";

/**
 * Writes a note on an applicant of the actor's company, for its members alone, and tells those who are mentioned. Members of any role. Returns
 * the posting's id. Throws `not_found`, and `invalid` where someone mentioned is no member.
 */
export function writeNote(actor: Actor, { id, text, mentioned }: WriteNote) {
  return inTransaction(async (tx) => {
    const { postingId, companyId } = await lockForMember(tx, actor, id);
    await refuseStrangers(tx, companyId, mentioned);
    const rows = await tx
      .insert(applicationNotes)
      .values({ applicationId: id, userId: actor.userId, text, at: tx.now })
      .returning({ id: applicationNotes.id });
    await record(tx, {
      type: "application.noted",
      actorId: actor.userId,
      companyId,
      postingId,
      applicationId: id,
      data: { noteId: one(rows).id, mentioned: [...new Set(mentioned)] },
    });
    return { postingId };
  });
}

/**
 * Sets the tags of an applicant of the actor's company. Members of any role. Returns the posting's id. Throws `not_found`, and `conflict` where
 * the tags are not `version` any more.
 */
export function tagApplication(actor: Actor, { id, tags }: TagApplication, version?: string) {
  return inTransaction(async (tx) => {
    const { postingId, companyId } = await lockForMember(tx, actor, id);
    const before = await tx
      .select({ tag: applicationTags.tag })
      .from(applicationTags)
      .where(eq(applicationTags.applicationId, id))
      .orderBy(applicationTags.tag);
    refuseIfChanged(version, tagsForm(before.map(({ tag }) => tag)));
    await tx.delete(applicationTags).where(eq(applicationTags.applicationId, id));
    if (tags.length > 0)
      await tx.insert(applicationTags).values(tags.map((tag) => ({ applicationId: id, tag })));
    await record(tx, {
      type: "application.tagged",
      actorId: actor.userId,
      companyId,
      postingId,
      applicationId: id,
    });
    return { postingId };
  });
}

async function refuseStrangers(tx: Transaction, companyId: string, mentioned: readonly string[]) {
  if (mentioned.length === 0) return;
  const [row] = await tx.execute<{ isStrange: boolean }>(sql`
    select exists (select 1 from unnest(${sql.param([...mentioned])}::uuid[]) as asked(id)
      where asked.id not in ${memberIdsOf(sql`${companyId}::uuid`)}) as "isStrange"`);
  if (row?.isStrange) throw new DomainError("invalid", "Choose members of your company.", "mentioned");
}
