import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { interviews } from "@/db/schema/interviews";
import { isOpen } from "@/lib/applications/rules";
import { DomainError } from "@/lib/errors";

/**
 * An interview and its application, locked for a change, where `isTheirs` says that the actor may make it. Throws `not_found` elsewhere, and
 * `conflict` once the application has ended.
 */
export async function lockInterview(tx: Transaction, id: string, isTheirs: SQL) {
  // The application first, as everything that moves it does.
  const [application] = await tx
    .select({
      applicationId: applications.id,
      companyId: applications.companyId,
      postingId: applications.postingId,
      state: applications.state,
    })
    .from(applications)
    .where(
      and(
        sql`${applications.id} = (select i.application_id from interviews i where i.id = ${id}::uuid)`,
        isTheirs,
      ),
    )
    .for("update");
  const [interview] = application
    ? await tx
        .select({
          state: interviews.state,
          sequence: interviews.sequence,
          startsAt: interviews.startsAt,
          minutes: interviews.minutes,
          zone: interviews.zone,
        })
        .from(interviews)
        .where(eq(interviews.id, id))
        .for("update")
    : [];
  if (!application || !interview) throw new DomainError("not_found", "This interview does not exist.");
  if (!isOpen(application.state)) throw ended();
  const { applicationId, companyId, postingId } = application;
  return { interview, about: { applicationId, companyId, postingId } };
}

export const ended = () =>
  new DomainError("conflict", "This application has ended, so there is no interview to arrange.");
