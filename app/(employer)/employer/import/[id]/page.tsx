import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay, formatTime } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { rowOutcomes } from "@/lib/imports/lists";
import { findImport } from "@/lib/imports/queries";
import { hasStopped } from "@/lib/imports/rules";
import { outcomeWords } from "@/lib/imports/words";
import { counted } from "@/lib/plural";
import { continueImportAction, submitImportedAction } from "../actions";
import { ImportState } from "../import-state";
import { FollowImport } from "./follow-import";
import { ImportRows } from "./rows";

export const metadata: Metadata = { title: "Import" };

const wholeIn = (text: unknown) => (/^\d{1,6}$/.test(String(text)) ? Number(text) : 0);

export default async function ImportRunPage({ params, searchParams }: PageProps<"/employer/import/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/import/${id}`);
  const { after: asked, submitted } = await searchParams;
  const after = wholeIn(asked);
  const [run, now] = await Promise.all([findImport(actor, id, after), findNow()]);
  if (!run) notFound();
  const own = `/employer/import/${id}`;
  const isUnderWay = run.state === "waiting" && !hasStopped(run, now);
  return (
    <>
      {isUnderWay && <FollowImport />}
      <PageHeader
        title="Import"
        crumbs={[
          { href: "/employer", label: "For employers" },
          {
            href: `/employer/import?company=${run.companySlug}`,
            label: `Import postings of ${run.companyName}`,
          },
        ]}
        lead={
          <span className="break-words">
            {run.fileName}, {formatDay(run.startedAt)} at {formatTime(run.startedAt)}
          </span>
        }
      />
      <div className="mb-6 grid max-w-xl gap-3">
        <div aria-live="polite">
          <ImportState of={run} now={now} />
        </div>
        {isUnderWay && (
          <p className="text-sm text-ink-2">
            You can leave this page: the import goes on. To see how far it is,{" "}
            <a href={own} className="link">
              reload the page
            </a>
            .
          </p>
        )}
        {run.fault && (
          <Notice tone="danger" title="Nothing of this file was imported">
            {run.fault}
          </Notice>
        )}
        {submitted !== undefined && (
          <Notice
            tone="success"
            live
            title={`${counted(wholeIn(submitted), "posting was", "postings were")} submitted for review.`}
          />
        )}
        {hasStopped(run, now) && (
          <Notice tone="warning" title="This import stopped in the middle">
            <p className="mb-3">
              What is listed below was imported whole, and the rest was not. When it goes on, nothing is
              imported twice.
            </p>
            <ButtonForm action={continueImportAction} values={{ id }} waiting="Continuing…">
              Continue the import
            </ButtonForm>
          </Notice>
        )}
      </div>
      {run.done > 0 && (
        <>
          <ul className="mb-6 flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {rowOutcomes.map(
              (outcome) =>
                run.counts[outcome] && (
                  <li key={outcome}>
                    {outcomeWords[outcome]}: <span className="figure">{run.counts[outcome]}</span>
                  </li>
                ),
            )}
          </ul>
          {run.state === "done" && run.ready > 0 && (
            <div className="mb-8 max-w-xl">
              <p className="mb-3">
                {run.ready === 1
                  ? "1 draft has all that a posting needs. Look at it, then submit it for review."
                  : `${counted(run.ready, "draft")} have all that a posting needs. Look at them, then submit them together for review.`}{" "}
                Nothing is public before it is approved.
              </p>
              <ButtonForm
                action={submitImportedAction}
                values={{ id }}
                look="primary"
                size="md"
                waiting="Submitting…"
              >
                Submit the complete ones
              </ButtonForm>
            </div>
          )}
          <ImportRows rows={run.rows} />
          <Pagination
            shown={run.rows.length}
            total={run.done}
            unit="postings"
            nextHref={run.next ? `${own}?after=${run.next}` : undefined}
            firstHref={after ? own : undefined}
          />
        </>
      )}
      {run.state === "done" && run.done === 0 && <p>This file has no postings.</p>}
      <p className="mt-8">
        <ButtonLink href={`/employer?company=${run.companySlug}`}>See your postings</ButtonLink>
      </p>
    </>
  );
}
