import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge } from "@/app/_parts/dates";
import { RangeFigure } from "@/app/_parts/range-figure";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import type { PipelineQuery } from "@/lib/applications/input";
import type { Applicant } from "@/lib/applications/queries/pipeline";
import type { Raters } from "@/lib/applications/queries/ratings";
import { applicantName } from "./applicant-name";
import { dueWords } from "./due-words";
import { mustsHad } from "./musts-had";
import { pipelineHref } from "./pipeline-href";
import { ratersWords } from "./raters-words";
import { TogetherForm } from "./together-form";

/** One page of the applicants of a posting, with boxes to move several at once. */
export function ApplicantList({
  postingId,
  query,
  applicants,
  tags,
  raters,
  next,
  mayMove,
  now,
}: {
  postingId: string;
  query: PipelineQuery;
  applicants: readonly Applicant[];
  tags: ReadonlyMap<string, readonly string[]>;
  raters: ReadonlyMap<string, Raters>;
  next: string | null;
  mayMove: boolean;
  now: Date;
}) {
  const canMove = mayMove && query.state !== "ended" && applicants.length > 0;
  const list = (
    <Queue
      label="Applicants"
      empty={isNarrowed(query) ? "Nobody is in this part of the list." : "Nobody has applied yet."}
      rows={applicants.map((applicant) => {
        const name = applicantName(applicant);
        return {
          key: applicant.id,
          href: `/employer/postings/${postingId}/applicants/${applicant.id}`,
          title: name,
          subtitle: [
            applicant.headline,
            applicant.years !== null && `${applicant.years} years`,
            mustsHad(applicant.sheet),
          ]
            .filter(Boolean)
            .join(" · "),
          state: <ApplicationState state={applicant.state} reader="company" />,
          select: canMove && (
            <label className="inline-flex size-6 cursor-pointer items-center justify-center">
              <span className="sr-only">Select {name}</span>
              <input
                type="checkbox"
                name="selected"
                value={`${applicant.id} ${applicant.state}`}
                className="size-5"
              />
            </label>
          ),
          figure: applicant.sheet && <RangeFigure {...applicant.sheet} />,
          age: formatAge(applicant.submittedAt, now),
          ageDateTime: applicant.submittedAt.toISOString(),
          reasons: [
            dueWords(applicant, now),
            ratersWords(raters.get(applicant.id)),
            tags.has(applicant.id) && `Tags: ${tags.get(applicant.id)?.join(", ")}`,
            applicant.wroteAt && `Wrote to you ${formatAge(applicant.wroteAt, now)}.`,
          ].filter(Boolean),
        };
      })}
    />
  );
  return (
    <>
      {canMove ? <TogetherForm postingId={postingId}>{list}</TogetherForm> : list}
      <div className="mt-6">
        <Pagination
          shown={applicants.length}
          unit="applicants"
          nextHref={next ? pipelineHref(postingId, { ...query, after: next }) : undefined}
          firstHref={query.after ? pipelineHref(postingId, { ...query, after: undefined }) : undefined}
        />
      </div>
    </>
  );
}

const isNarrowed = ({ state, sort, line, gate, after }: PipelineQuery) =>
  state !== "open" || sort === "due" || Boolean(line ?? gate ?? after);
