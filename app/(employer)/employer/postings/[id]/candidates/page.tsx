import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { RangeFigure } from "@/app/_parts/range-figure";
import { Unstated } from "@/app/_ui/data-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Table } from "@/app/_ui/table";
import { requireActor } from "@/lib/auth/session";
import { rankCandidates } from "@/lib/matching/queries/candidates";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { cursorIn, cursorOf } from "./cursor";
import { InvitationState } from "./invitation-state";

export const metadata: Metadata = { title: "Matching candidates" };

export default async function CandidatesPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/candidates">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/candidates`);
  const after = cursorIn((await searchParams).after);
  const [posting, candidates] = await Promise.all([
    findOwnPosting(actor, id),
    rankCandidates(actor, id, { after }),
  ]);
  if (!posting || !candidates) notFound();
  const at = `/employer/postings/${id}/candidates`;
  return (
    <>
      <PageHeader
        title="Matching candidates"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title },
        ]}
        lead="Candidates who allow employers to find them, best match for this posting first. You see their name when they apply. They see who opened their profile."
      />
      {candidates.ranked.length === 0 ? (
        <EmptyState title="No more candidates to show">
          Candidates who have applied are listed among your applicants.
        </EmptyState>
      ) : (
        <Table
          caption="Candidates"
          rows={candidates.ranked}
          rowKey={(candidate) => candidate.id}
          columns={[
            {
              key: "headline",
              head: "Candidate",
              cell: (candidate) => (
                <>
                  <a className="link font-medium" href={`${at}/${candidate.id}`}>
                    {candidate.headline || "No headline"}
                  </a>
                  {candidate.invitedAt && (
                    <span className="mt-1 block md:hidden">
                      <InvitationState {...candidate} />
                    </span>
                  )}
                </>
              ),
            },
            {
              key: "state",
              head: "Invited",
              wide: true,
              cell: (candidate) => <InvitationState {...candidate} />,
            },
            {
              key: "years",
              head: "Years",
              figure: true,
              wide: true,
              cell: ({ years }) => years ?? <Unstated />,
            },
            {
              key: "musts",
              head: "Must-haves",
              figure: true,
              cell: ({ mustsHad, musts }) => (
                <span className="whitespace-nowrap">
                  {mustsHad} of {musts}
                </span>
              ),
            },
            {
              key: "match",
              head: "Match",
              figure: true,
              cell: (candidate) => <RangeFigure {...candidate} />,
            },
          ]}
        />
      )}
      <div className="mt-8">
        <Pagination
          shown={candidates.ranked.length}
          unit="candidates"
          nextHref={candidates.next ? `${at}?after=${cursorOf(candidates.next)}` : undefined}
          firstHref={after ? at : undefined}
        />
      </div>
    </>
  );
}
