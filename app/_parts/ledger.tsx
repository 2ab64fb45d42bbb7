import { Timeline } from "@/app/_ui/timeline";
import type { LedgerEntry } from "@/lib/events/queries";
import { readPayChange } from "@/lib/postings/pay-change";
import { revisionInWords } from "@/lib/postings/terms";
import { formatList, formatPay, formatPeriod } from "@/lib/postings/words";
import { listSkillLabels } from "@/lib/taxonomy/queries/labels";
import { formatDate } from "./search/format";

/** Every published change of a posting, the latest first. */
export async function Ledger({ entries }: { entries: readonly LedgerEntry[] }) {
  const labels = await listSkillLabels(
    entries.flatMap((entry) =>
      entry.type === "posting.revised"
        ? [...entry.data.added, ...entry.data.removed, ...entry.data.changed]
        : [],
    ),
  );
  if (entries.length === 0) return <p className="text-ink-3">No changes have been recorded.</p>;
  return (
    <Timeline
      entries={[...entries].reverse().map((entry) => ({
        key: String(entry.id),
        when: formatDate(entry.at.toISOString()),
        dateTime: entry.at.toISOString(),
        title: titleOf(entry, labels),
      }))}
    />
  );
}

const payWords = (pay: NonNullable<ReturnType<typeof readPayChange>>["from"]) =>
  `${formatPay(pay)} ${formatPeriod(pay.period)}`;

const partWords = { text: "Text", reality: "Reality card", promise: "Promise of an answer" };

function titleOf(entry: LedgerEntry, labels: ReadonlyMap<string, string>): string {
  switch (entry.type) {
    case "posting.published":
      return "Published";
    case "posting.paused":
      return "Paused by the company";
    case "posting.resumed":
      return "Shown again after a pause";
    case "posting.changed": {
      if ("parts" in entry.data)
        return `${formatList(entry.data.parts.map((part) => partWords[part]))} changed`;
      const change = readPayChange(entry.data);
      return change
        ? `Pay changed from ${payWords(change.from)} to ${payWords(change.to)}`
        : "Text, tags or place of work changed";
    }
    case "posting.revised":
      return revisionInWords(entry.data, labels).join("; ");
    case "posting.reconfirmed":
      return "Confirmed as still open";
    case "posting.extended":
      return `Extended until ${formatDate(entry.data.until)}`;
    case "posting.closed":
      return entry.data.reason === "filled" ? "Closed: the role is filled" : "Closed: withdrawn";
    case "posting.reopened":
      return "Closing undone: open again";
    case "posting.expired":
      return "Expired";
    case "posting.removed":
      return "Removed";
    case "posting.restored":
      return "Shown again: the removal was reversed";
  }
}
