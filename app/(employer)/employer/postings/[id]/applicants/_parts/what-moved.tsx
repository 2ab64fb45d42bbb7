import { isId } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { applicationStates } from "@/lib/applications/lists";
import { findNextWaiting } from "@/lib/applications/queries/applications";
import { listApplicantsByIds } from "@/lib/applications/queries/pipeline";
import { companyWords } from "@/lib/applications/words";
import type { Actor } from "@/lib/auth/input";
import { counted } from "@/lib/plural";
import { applicantName } from "./applicant-name";
import { NextWaiting } from "./moved";

/** What an answer to several did: how many moved, who did not and where they are, and who waits next. */
export async function WhatMoved({
  actor,
  postingId,
  asked: { moved, count, left },
}: {
  actor: Actor;
  postingId: string;
  asked: Record<string, string | string[] | undefined>;
}) {
  const to = applicationStates.find((state) => state === moved);
  if (!to) return null;
  const n = Number(count) || 0;
  const ids = typeof left === "string" ? left.split(" ").filter(isId).slice(0, 50) : [];
  const [others, next] = await Promise.all([
    listApplicantsByIds(actor, postingId, ids),
    findNextWaiting(actor, postingId),
  ]);
  return (
    <>
      {n > 0 && (
        <Notice
          tone="success"
          live
          title={`${counted(n, "applicant")} moved to ${companyWords[to]}, mail sent.`}
        >
          <NextWaiting postingId={postingId} next={next} />
        </Notice>
      )}
      {others.length > 0 && (
        <Notice
          tone="warning"
          live
          title={`${counted(others.length, "applicant was", "applicants were")} not moved`}
        >
          <p>Their state did not allow it, or another member moved them first:</p>
          <ul>
            {others.map((applicant) => (
              <li key={applicant.id}>
                <a className="link" href={`/employer/postings/${postingId}/applicants/${applicant.id}`}>
                  {applicantName(applicant)}
                </a>
                , now in {companyWords[applicant.state]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
