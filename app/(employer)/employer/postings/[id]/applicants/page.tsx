import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { buttonClass } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { ViewLinks } from "@/app/_ui/view-links";
import { PipelineQuery } from "@/lib/applications/input";
import { openStates } from "@/lib/applications/lists";
import { listTags } from "@/lib/applications/queries/notes";
import { type Applicant, countByState, listColumns, listPipeline } from "@/lib/applications/queries/pipeline";
import { countRaters } from "@/lib/applications/queries/ratings";
import type { Actor } from "@/lib/auth/input";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { ApplicantColumns } from "./_parts/applicant-columns";
import { ApplicantList } from "./_parts/applicant-list";
import { PipelineFilter } from "./_parts/pipeline-filter";
import { pipelineHref } from "./_parts/pipeline-href";
import { StateLinks } from "./_parts/state-links";
import { WhatMoved } from "./_parts/what-moved";

export const metadata: Metadata = { title: "Applicants" };

const orderWords: Record<PipelineQuery["sort"], string> = {
  arrival: "In order of arrival",
  match: "Best match first",
  due: "Those who wait for a first answer, overdue first",
};

export default async function ApplicantsPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/applicants">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/applicants`);
  const asked = await searchParams;
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  const query = PipelineQuery.parse(asked);
  const isColumns = query.view === "columns";
  const [page, columns, counts, now] = await Promise.all([
    isColumns ? null : listPipeline(actor, id, query),
    isColumns ? listColumns(actor, id, query.sort) : null,
    countByState(actor, id),
    findNow(),
  ]);
  const sorted = (sort: PipelineQuery["sort"]) => pipelineHref(id, { ...query, sort, after: undefined });
  const open = openStates.reduce((sum, state) => sum + counts[state], 0);
  return (
    <>
      <PageHeader
        title="Applicants"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title },
        ]}
        lead={`${orderWords[query.sort]}. You promised an answer within ${posting.replyDays} days.`}
        actions={
          <div className="flex flex-wrap gap-x-10">
            <ViewLinks
              label="View"
              views={[
                { href: pipelineHref(id, { ...query, view: "list" }), label: "List", isCurrent: !isColumns },
                {
                  href: pipelineHref(id, { ...query, view: "columns" }),
                  label: "Columns",
                  isCurrent: isColumns,
                },
              ]}
            />
            <ViewLinks
              label="Sort order"
              views={[
                { href: sorted("arrival"), label: "By arrival", isCurrent: query.sort === "arrival" },
                { href: sorted("match"), label: "By match", isCurrent: query.sort === "match" },
                { href: sorted("due"), label: "Overdue first", isCurrent: query.sort === "due" },
              ]}
            />
            {posting.mayWrite && (
              <form method="post" action="/employer/applicants/export" className="flex flex-wrap gap-3">
                <input type="hidden" name="id" value={id} />
                <button type="submit" className={buttonClass("secondary", "sm")}>
                  Download as CSV
                </button>
                <button type="submit" name="format" value="pdf" className={buttonClass("secondary", "sm")}>
                  Download as PDF
                </button>
              </form>
            )}
          </div>
        }
      />
      <div className="mb-6 grid gap-3 empty:hidden">
        <WhatMoved actor={actor} postingId={id} asked={asked} />
        {posting.blindReview && (
          <Notice>
            You are reviewing without names. You see a name once you move the application for the first time.
          </Notice>
        )}
      </div>
      {columns ? (
        <ApplicantColumns
          postingId={id}
          columns={columns}
          counts={counts}
          mayMove={posting.mayWrite}
          now={now}
        />
      ) : (
        <>
          <StateLinks postingId={id} query={query} counts={counts} open={open} />
          <PipelineFilter posting={posting} query={query} />
          {page && (
            <ApplicantList
              postingId={id}
              query={query}
              applicants={page.applicants}
              {...(await findMarks(actor, page.applicants))}
              next={page.next}
              mayMove={posting.mayWrite}
              now={now}
            />
          )}
        </>
      )}
    </>
  );
}

/** What members wrote on the applicants of a page. */
async function findMarks(actor: Actor, applicants: readonly Applicant[]) {
  const ids = applicants.map(({ id }) => id);
  const [tags, raters] = await Promise.all([listTags(actor, ids), countRaters(actor, ids)]);
  return { tags, raters };
}
