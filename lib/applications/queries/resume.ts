import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { resumeFiles } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";

const columns = {
  id: resumeFiles.id,
  name: resumeFiles.name,
  kind: resumeFiles.kind,
  bytes: resumeFiles.bytes,
  state: resumeFiles.state,
};

/** A file that goes along with an application. Who may not open it has no name of it: that often tells who sent it. */
export type ResumeFile = Omit<Pick<typeof resumeFiles.$inferSelect, keyof typeof columns>, "name"> & {
  name: string | null;
};

/** The file of an application that was shown to be the actor's own, or to be sent to their company; or null. */
export async function findResumeOf(applicationId: string): Promise<ResumeFile | null> {
  const [file] = await db()
    .select(columns)
    .from(resumeFiles)
    .where(eq(resumeFiles.applicationId, applicationId));
  return file ?? null;
}

/** The file that the actor attached for this posting, or null. */
export async function findOwnResume(
  actor: Pick<Actor, "userId">,
  postingId: string,
): Promise<ResumeFile | null> {
  const [file] = await db()
    .select(columns)
    .from(resumeFiles)
    .where(and(eq(resumeFiles.candidateId, actor.userId), eq(resumeFiles.postingId, postingId)));
  return file ?? null;
}
