import { rangeWords } from "@/app/_parts/match-sheet/range-words";
import type { ApplicationState, openStates } from "@/lib/applications/lists";
import type { Applicant } from "@/lib/applications/queries/pipeline";
import { moves } from "@/lib/applications/rules";
import { companyWords } from "@/lib/applications/words";
import { applicantName } from "./applicant-name";
import { Board } from "./board";
import { dueWords } from "./due-words";
import { pipelineHref } from "./pipeline-href";

/** The applicants of a posting as cards, a column for each open state. */
export function ApplicantColumns({
  postingId,
  columns,
  counts,
  mayMove,
  now,
}: {
  postingId: string;
  columns: readonly { state: (typeof openStates)[number]; applicants: readonly Applicant[] }[];
  counts: Record<ApplicationState, number>;
  mayMove: boolean;
  now: Date;
}) {
  return (
    <Board
      postingId={postingId}
      columns={columns.map(({ state, applicants }) => ({
        state,
        name: companyWords[state],
        total: counts[state],
        allHref: pipelineHref(postingId, { view: "list", state, sort: "arrival" }),
        cards: applicants.map((applicant) => {
          const { low, high } = applicant.sheet ?? { low: null, high: null };
          return {
            id: applicant.id,
            state,
            href: `/employer/postings/${postingId}/applicants/${applicant.id}`,
            name: applicantName(applicant),
            match: low === null || high === null ? null : rangeWords({ low, high }),
            due: dueWords(applicant, now),
            isOverdue: applicant.overdue,
            targets: mayMove ? moves[state].map((to) => ({ to, name: companyWords[to] })) : [],
          };
        }),
      }))}
    />
  );
}
