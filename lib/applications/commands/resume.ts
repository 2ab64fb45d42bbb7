import { createHash, randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applicationDrafts, resumeFiles } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { enqueue } from "@/lib/background/commands";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { checkResumeFile } from "@/lib/profiles/resume/check";
import { newDraft } from "../form";
import type { OwnDraft } from "../input";
import { resumeFileName } from "../rules";
import { eraseFile, storeFile } from "../storage";
import { findOpenPosting, refuseIfSent } from "./open-posting";

/**
 * Attaches a file to the actor's draft for a posting, in place of any other, and begins the draft where there is none. Throws as `saveDraft`;
 * `invalid` or `too_large` at `file` for what is no PDF, Word, OpenDocument or plain text by its content, or cannot be read; `unavailable` at
 * `file` while too many are read, or where it cannot be stored.
 */
export async function attachResume(actor: Actor, { postingId }: OwnDraft, file: File): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [kind, hash] = [await checkResumeFile(bytes), await hashOf(file)];
  const id = randomUUID();
  await storeFile(id, bytes).catch((cause: unknown) => {
    throw notStored(cause);
  });
  const isScanned = settings().SCANNER_URL !== undefined;
  try {
    await inTransaction(async (tx) => {
      await findOpenPosting(tx, actor, postingId);
      await refuseIfSent(tx, actor, postingId);
      const { name, coverNote } = newDraft(actor);
      await tx
        .insert(applicationDrafts)
        .values({ candidateId: actor.userId, postingId, name, coverNote, answers: [], updatedAt: tx.now })
        .onConflictDoUpdate({
          target: [applicationDrafts.candidateId, applicationDrafts.postingId],
          set: { updatedAt: tx.now },
        });
      await removeFile(tx, actor, postingId);
      await tx.insert(resumeFiles).values({
        id,
        candidateId: actor.userId,
        postingId,
        name: resumeFileName(file.name, kind),
        kind,
        bytes: bytes.length,
        hash,
        state: isScanned ? "pending" : "clean",
        scanAt: isScanned ? tx.now : null,
        uploadedAt: tx.now,
      });
      if (isScanned) await enqueue(tx, "scan-files", {}, "scan-files");
      await record(tx, { type: "application.resume_attached", actorId: actor.userId, postingId });
    });
  } catch (error) {
    await eraseFile(id);
    throw error;
  }
}

/** The fingerprint of a file (SHA-256). */
export const hashOf = async (file: File): Promise<string> =>
  createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("hex");

/** Takes the file off the actor's draft for a posting. If there is none, nothing happens. */
export function detachResume(actor: Actor, { postingId }: OwnDraft) {
  return inTransaction(async (tx) => {
    if (await removeFile(tx, actor, postingId))
      await record(tx, { type: "application.resume_detached", actorId: actor.userId, postingId });
  });
}

/** Makes the file of the actor's draft that of the application just sent, in the transaction that sends it. Returns its name and fingerprint; null where there is none. */
export async function sendResume(
  tx: Transaction,
  { userId }: Actor,
  postingId: string,
  applicationId: string,
) {
  const [file] = await tx
    .update(resumeFiles)
    .set({ applicationId })
    .where(and(eq(resumeFiles.candidateId, userId), eq(resumeFiles.postingId, postingId)))
    .returning({ name: resumeFiles.name, sha256: resumeFiles.hash });
  return file ?? null;
}

/** Deletes the row of the file of the actor's draft, in the caller's transaction; a trigger has the worker erase the file itself. Whether there was one. */
export async function removeFile(tx: Transaction, { userId }: Actor, postingId: string): Promise<boolean> {
  const gone = await tx
    .delete(resumeFiles)
    .where(
      and(
        eq(resumeFiles.candidateId, userId),
        eq(resumeFiles.postingId, postingId),
        isNull(resumeFiles.applicationId),
      ),
    )
    .returning({ id: resumeFiles.id });
  return gone.length > 0;
}

function notStored(cause: unknown) {
  const refusal = new DomainError(
    "unavailable",
    "We could not store this file at the moment. Try again in a minute, or apply without a file.",
    "file",
  );
  refusal.cause = cause;
  return refusal;
}
