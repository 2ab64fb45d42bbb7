import type { Metadata } from "next";
import { Unstated } from "@/app/_ui/data-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Table } from "@/app/_ui/table";
import { appealDays, isRemovalReason, removalReason } from "@/lib/moderation/lists";
import { listMonthlyFigures } from "@/lib/moderation/queries/figures";
import { counted } from "@/lib/plural";

export const metadata: Metadata = {
  title: "Transparency",
  description:
    "How many postings we receive, remove and freeze each month, why, and how long a decision takes.",
};

const monthName = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "5 hours", "2.5 days", "under an hour". */
function durationInWords(hours: number): string {
  if (hours < 1) return "under an hour";
  if (hours < 48) return counted(Math.round(hours), "hour");
  return counted(Math.round(hours / 2.4) / 10, "day");
}

const reasonsInWords = (removedFor: Record<string, number>) =>
  Object.entries(removedFor)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => `${isRemovalReason(reason) ? removalReason(reason).label : "Another reason"} ${n}`)
    .join(", ");

export default async function TransparencyPage() {
  const all = await listMonthlyFigures();
  // The months before the first posting say nothing.
  const first = all.findLastIndex(({ received, removed, frozen, appeals, medianHours }) =>
    [received, removed, frozen, appeals, medianHours ?? 0].some((figure) => figure > 0),
  );
  const figures = all.slice(0, Math.max(first, 0) + 1);
  return (
    <>
      <PageHeader
        title="Transparency"
        lead="What our admins do with the postings that they get, month by month. The figures are counted from the record of decisions, which nobody can edit."
      />
      <Table
        caption="Decisions by month"
        rows={figures}
        rowKey={({ month }) => month}
        columns={[
          {
            key: "month",
            head: "Month",
            cell: ({ month }) => (
              <span className="whitespace-nowrap">{monthName.format(new Date(`${month}-01`))}</span>
            ),
          },
          {
            key: "received",
            head: "Received",
            figure: true,
            cell: ({ received }) => received.toLocaleString("en"),
          },
          {
            key: "removed",
            head: "Removed",
            cell: ({ removed, removedFor }) => (
              <>
                <span className="tabular-nums">{removed.toLocaleString("en")}</span>
                {removed > 0 && (
                  <span className="block text-sm text-ink-3">{reasonsInWords(removedFor)}</span>
                )}
              </>
            ),
          },
          { key: "frozen", head: "Frozen", figure: true, cell: ({ frozen }) => frozen.toLocaleString("en") },
          {
            key: "appeals",
            head: "Appeals",
            cell: ({ appeals, appealsReversed }) =>
              appeals === 0 ? "0" : `${appeals.toLocaleString("en")}, ${appealsReversed} successful`,
          },
          {
            key: "median",
            head: "Time to a decision",
            cell: ({ medianHours }) => (medianHours === null ? <Unstated /> : durationInWords(medianHours)),
          },
        ]}
      />
      <div className="mt-8 grid max-w-measure gap-3 text-ink-2">
        <p>
          Received are postings that were submitted for review. The time is the median: half of the decisions
          of a month took longer. Every new posting is reviewed before it is public.
        </p>
        <p>
          A posting is frozen by an admin, or by the reports of three people, until an admin has looked at it.
          Its company can appeal once within {appealDays} days, and an admin who did not make the decision
          looks at it again.
        </p>
      </div>
    </>
  );
}
