import { Timeline } from "@/app/_ui/timeline";
import type { listLedger } from "@/lib/events/queries";
import { readPayChange } from "@/lib/postings/pay-change";
import { formatPay, formatPeriod } from "@/lib/postings/words";
import { formatDate } from "../../../../_parts/search/format";

type Entry = Awaited<ReturnType<typeof listLedger>>[number];

/** Every published change of a posting, the latest first. */
export function Ledger({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <p className="text-ink-3">No changes have been recorded.</p>;
  return (
    <Timeline
      entries={[...entries].reverse().map(({ id, at, type, data }) => ({
        key: String(id),
        when: formatDate(at.toISOString()),
        dateTime: at.toISOString(),
        title: titles[type]?.(data) ?? type,
      }))}
    />
  );
}

const payWords = (pay: NonNullable<ReturnType<typeof readPayChange>>["from"]) =>
  `${formatPay(pay)} ${formatPeriod(pay.period)}`;

const titles: Record<string, (data: Entry["data"]) => string> = {
  "posting.published": () => "Published",
  "posting.changed": (data) => {
    const change = readPayChange(data);
    return change
      ? `Pay changed from ${payWords(change.from)} to ${payWords(change.to)}`
      : "Text, tags or place of work changed";
  },
  "posting.reconfirmed": () => "Confirmed as still open",
  "posting.closed": ({ reason }) =>
    reason === "filled" ? "Closed: the role is filled" : "Closed: withdrawn",
  "posting.expired": () => "Expired",
  "posting.removed": () => "Removed",
};
