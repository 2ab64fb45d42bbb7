import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { mayWrite } from "@/db/membership";
import type { Actor } from "@/lib/auth/input";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { csvLine } from "../csv";
import { type ExportedApplicant, listApplicantsForExport } from "../queries/export";
import { companyWords } from "../words";

/**
 * Records that the actor takes the applicants of a posting of their company away, and returns them as a table (CSV), line by line. Owners and
 * recruiters only. Throws `not_found`.
 */
export async function exportApplicants(actor: Actor, postingId: string): Promise<AsyncGenerator<string>> {
  await recordExport(actor, postingId);
  return linesOf(actor, postingId);
}

/** Records that the actor takes the applicants of a posting away, and gives what it is called. Throws `not_found` for all but owners and recruiters. */
export function recordExport(actor: Actor, postingId: string) {
  return inTransaction(async (tx) => {
    const [posting] = await tx.execute<{ companyId: string; title: string; companyName: string }>(sql`
      select p.company_id as "companyId", p.title, c.name as "companyName"
      from postings p join companies c on c.id = p.company_id
      where p.id = ${postingId}::uuid and ${mayWrite(actor, sql`p.company_id`)}`);
    if (!posting) throw new DomainError("not_found", "We cannot find this posting.");
    const { companyId, ...names } = posting;
    await record(tx, { type: "applicants.exported", actorId: actor.userId, companyId, postingId });
    return { ...names, at: tx.now };
  });
}

async function* linesOf(actor: Actor, postingId: string): AsyncGenerator<string> {
  yield csvLine(["Number", "Name", "E-mail", "State", "Sent", "Answer due", "Cover note", "Answers", "Page"]);
  let number = 0;
  for await (const page of listApplicantsForExport(actor, postingId))
    yield page.map((applicant) => lineOf(postingId, applicant, ++number)).join("");
}

const lineOf = (postingId: string, applicant: ExportedApplicant, number: number) =>
  csvLine([
    number,
    applicant.name || `Applicant ${number}`,
    applicant.email,
    companyWords[applicant.state],
    applicant.submittedAt.toISOString(),
    applicant.answeredAt ? "" : applicant.replyBy.toISOString(),
    applicant.coverNote,
    applicant.answers.map(({ question, answer }) => `${question} ${answer.join(", ")}`).join("\n"),
    `${settings().APP_URL}/employer/postings/${postingId}/applicants/${applicant.id}`,
  ]);
