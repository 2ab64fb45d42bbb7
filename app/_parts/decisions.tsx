import { Timeline } from "@/app/_ui/timeline";
import { decisionWords, reasonInWords } from "@/lib/moderation/lists";
import type { listDecisions } from "@/lib/moderation/queries/postings";
import { formatDay } from "./dates";

type Decision = Awaited<ReturnType<typeof listDecisions>>[number];

/** The decisions on a posting with their reasons, as its company and the admins both read them. */
export function Decisions({ entries }: { entries: readonly Decision[] }) {
  return (
    <Timeline
      entries={entries.map(({ id, kind, reasons, at }) => ({
        key: String(id),
        when: formatDay(at),
        dateTime: at.toISOString(),
        title: decisionWords[kind].title,
        detail: reasons.map(reasonInWords).join(" · ") || undefined,
      }))}
    />
  );
}
