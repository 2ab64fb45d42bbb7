import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import { db, inTransaction, now, type Transaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applications, resumeFiles } from "@/db/schema/applications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { enqueue } from "@/lib/background/commands";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { ResumeFileKind } from "@/lib/profiles/lists";
import { isHidden } from "../queries/applications";
import { scan } from "../scanner";
import { eraseFile, isStored, listStored, readStored } from "../storage";

/**
 * The file that goes with an application or a draft: for its candidate, and for owners and recruiters of the company once they may know who it
 * is, whose downloads are recorded. Throws `not_found` for everyone else, `conflict` while it is being checked or where it is not safe, and
 * `gone` where it is lost.
 */
export async function downloadResume(
  actor: Actor,
  { id }: { id: string },
): Promise<{ name: string; kind: ResumeFileKind; bytes: Uint8Array }> {
  const file = await inTransaction(async (tx) => {
    const [row] = await tx
      .select({
        candidateId: resumeFiles.candidateId,
        applicationId: resumeFiles.applicationId,
        companyId: postings.companyId,
        postingId: resumeFiles.postingId,
        name: resumeFiles.name,
        kind: resumeFiles.kind,
        state: resumeFiles.state,
      })
      .from(resumeFiles)
      .innerJoin(postings, eq(postings.id, resumeFiles.postingId))
      .leftJoin(applications, eq(applications.id, resumeFiles.applicationId))
      .where(
        and(
          eq(resumeFiles.id, id),
          or(
            eq(resumeFiles.candidateId, actor.userId),
            and(
              sql`${resumeFiles.applicationId} is not null and not ${isHidden}`,
              mayWrite(actor, postings.companyId),
            ),
          ),
        ),
      );
    if (!row) throw new DomainError("not_found", "This file does not exist.");
    if (row.state !== "clean")
      throw new DomainError(
        "conflict",
        row.state === "pending"
          ? "This file is being checked for viruses. Try again in a few minutes."
          : "This file is not safe, so we deleted it.",
      );
    const { candidateId, applicationId, companyId, postingId } = row;
    if (candidateId !== actor.userId && applicationId)
      await record(tx, {
        type: "application.resume_downloaded",
        actorId: actor.userId,
        companyId,
        postingId,
        applicationId,
      });
    return row;
  });
  const bytes = await readStored(id).catch((cause: unknown) => {
    const refusal = new DomainError("gone", "This file is lost. Ask for it in a message.");
    refusal.cause = cause;
    throw refusal;
  });
  return { name: file.name, kind: file.kind, bytes };
}

/** The worker's task: erases the stored file of a row that is gone, or that is not safe. */
export const eraseStored = ({ id }: { id: string }) => eraseFile(id);

const atOnce = 10;
/** Minutes for which a scan belongs to the worker that began it, and after which a failed one is tried again. */
const lease = 2;

/**
 * The worker's task of each minute: has the scanner look at files that wait for it. One that the scanner could not look at goes on waiting, and
 * cannot be downloaded. Without a scanner, what was recognised and read at its upload is clean.
 */
export async function scanFiles() {
  const { SCANNER_URL } = settings();
  for (;;) {
    const due = await takeDue();
    const results = await Promise.allSettled(due.map((id) => scanOne(id, SCANNER_URL)));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
    if (due.length < atOnce) return;
  }
}

async function scanOne(id: string, scanner: string | undefined) {
  const state = scanner ? await scan(scanner, await readStored(id)) : "clean";
  await inTransaction(async (tx) => {
    const [scanned] = await tx
      .update(resumeFiles)
      .set({ state, scanAt: null })
      .where(and(eq(resumeFiles.id, id), eq(resumeFiles.state, "pending")))
      .returning({ postingId: resumeFiles.postingId });
    if (!scanned) return;
    const about = { actorId: null, postingId: scanned.postingId };
    await record(tx, { ...about, type: "application.resume_scanned", data: { fileId: id, state } });
    if (state !== "unsafe") return;
    await record(tx, { ...about, type: "application.resume_unsafe", data: { fileId: id } });
    await enqueue(tx, "erase-file", { id });
  });
}

function takeDue(): Promise<string[]> {
  return inTransaction(async (tx) => {
    const due = tx
      .select({ id: resumeFiles.id })
      .from(resumeFiles)
      .where(and(eq(resumeFiles.state, "pending"), lte(resumeFiles.scanAt, tx.now)))
      .orderBy(asc(resumeFiles.scanAt))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const taken = await tx
      .update(resumeFiles)
      .set({ scanAt: new Date(tx.now.getTime() + lease * 60_000) })
      .where(inArray(resumeFiles.id, due))
      .returning({ id: resumeFiles.id });
    return taken.map(({ id }) => id);
  });
}

const batch = 500;
/** What is younger may be half of an upload that is under way. */
const settledMinutes = 60;

/**
 * The worker's task of each hour: erases stored files that no row knows, and deletes rows whose file is lost, or whose draft is. Throws where
 * the storage holds nothing at all though rows know of files: then the storage is missing, and not the files.
 */
export async function cleanFiles() {
  const settled = new Date((await now()).getTime() - settledMinutes * 60_000);
  await inTransaction(forgetUnsent);
  let stored = 0;
  for await (const ids of listStored(settled)) {
    stored += ids.length;
    const known = await db()
      .select({ id: resumeFiles.id })
      .from(resumeFiles)
      .where(and(inArray(resumeFiles.id, ids), ne(resumeFiles.state, "unsafe")));
    const rows = new Set(known.map(({ id }) => id));
    for (const id of ids) if (!rows.has(id)) await eraseFile(id);
  }
  for (let after: string | undefined; ; ) {
    const rows = await db()
      .select({ id: resumeFiles.id })
      .from(resumeFiles)
      .where(
        and(
          ne(resumeFiles.state, "unsafe"),
          lt(resumeFiles.uploadedAt, settled),
          after ? gt(resumeFiles.id, after) : undefined,
        ),
      )
      .orderBy(asc(resumeFiles.id))
      .limit(batch);
    const lost: string[] = [];
    for (const { id } of rows) if (!(await isStored(id))) lost.push(id);
    if (lost.length > 0 && stored === 0)
      throw new Error("The storage is empty, but there should be files in it. Check STORAGE_URL.");
    if (lost.length > 0) await db().delete(resumeFiles).where(inArray(resumeFiles.id, lost));
    after = rows.at(-1)?.id;
    if (rows.length < batch) return;
  }
}

/** Files of drafts that were deleted. */
async function forgetUnsent(tx: Transaction) {
  await tx.delete(resumeFiles).where(
    and(
      isNull(resumeFiles.applicationId),
      sql`not exists (select 1 from application_drafts d
          where d.candidate_id = ${resumeFiles.candidateId} and d.posting_id = ${resumeFiles.postingId})`,
    ),
  );
}
