import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { askedWords, labelsOf, type TagLabels } from "@/app/_parts/match-sheet/asked-words";
import { gateWords } from "@/app/_parts/match-sheet/gate-words";
import { GateMark } from "@/app/_parts/match-sheet/sheet-gates";
import { StateMark } from "@/app/_parts/match-sheet/sheet-lines";
import { RangeFigure } from "@/app/_parts/range-figure";
import { failingReasons, failingWords } from "@/app/_parts/search/failing-fold";
import { Unstated } from "@/app/_ui/data-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Table } from "@/app/_ui/table";
import { requireActor } from "@/lib/auth/session";
import { type RankedCandidate, rankCandidates } from "@/lib/matching/queries/candidates";
import { gateNames } from "@/lib/matching/rules/gates";
import type { ExplainedLine } from "@/lib/matching/rules/sheet";
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
  const asked = await searchParams;
  const after = cursorIn(asked.after);
  const showsFailing = asked.failing === "show";
  const [posting, candidates] = await Promise.all([
    findOwnPosting(actor, id),
    rankCandidates(actor, id, { after, takeable: !showsFailing }),
  ]);
  if (!posting || !candidates) notFound();
  const at = `/employer/postings/${id}/candidates`;
  const list = showsFailing ? `${at}?failing=show` : at;
  const { failing } = candidates;
  const labels = labelsOf(candidates.posting);
  const { min: years } = candidates.posting.experience;
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
      {failing.total > 0 && (
        <p className="mb-4">
          {showsFailing
            ? `${failingWords(failing)}. `
            : `${failing.total.toLocaleString("en")} hidden: ${failingReasons(failing)}. `}
          <a href={showsFailing ? at : `${at}?failing=show`} className="link">
            {showsFailing ? "Hide who fails a gate" : "Show who fails a gate"}
          </a>
        </p>
      )}
      {candidates.ranked.length === 0 ? (
        <EmptyState title="No more candidates to show">
          Candidates who have applied are listed among your applicants.
        </EmptyState>
      ) : (
        <Table
          caption="Candidates"
          cards
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
                  <BestLines lines={candidate.best} labels={labels} />
                </>
              ),
            },
            ...gateNames.map((gate) => ({
              key: gate,
              head: gateWords[gate],
              cell: ({ gates }: RankedCandidate) => <GateMark state={gates[gate]} />,
            })),
            {
              key: "years",
              head: years ? `Years (${years} asked)` : "Years",
              figure: true,
              cell: (candidate) => candidate.years ?? <Unstated />,
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
            {
              key: "state",
              head: "Invited",
              cell: (candidate) => <InvitationState {...candidate} />,
            },
          ]}
        />
      )}
      <div className="mt-8">
        <Pagination
          shown={candidates.ranked.length}
          unit="candidates"
          nextHref={
            candidates.next
              ? `${at}?${new URLSearchParams({ ...(showsFailing && { failing: "show" }), after: cursorOf(candidates.next) })}`
              : undefined
          }
          firstHref={after ? list : undefined}
        />
      </div>
    </>
  );
}

/** What speaks most for a candidate, each line with its state. */
function BestLines({ lines, labels }: { lines: readonly ExplainedLine[]; labels: TagLabels }) {
  if (lines.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-0.5 text-sm">
      {lines.map((line) => {
        const { label, detail } = askedWords(line, labels);
        return (
          <li key={`${line.kind} ${line.slug}`} className="flex flex-wrap items-center gap-x-3">
            <StateMark state={line.state} />
            <span>{[label, detail].filter(Boolean).join(", ")}</span>
          </li>
        );
      })}
    </ul>
  );
}
