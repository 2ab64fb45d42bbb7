import { Timeline } from "@/app/_ui/timeline";
import type { listDecisions } from "@/lib/moderation/queries";
import { formatDay } from "./dates";

type Decision = Awaited<ReturnType<typeof listDecisions>>[number];

const words: Record<Decision["kind"], string> = {
  approve: "Approved",
  send_back: "Sent back",
  remove: "Removed",
  freeze: "Frozen",
  unfreeze: "Unfrozen",
};

/** The decisions on a posting with their reasons, as its company and the admins both read them. */
export function Decisions({ entries }: { entries: readonly Decision[] }) {
  return (
    <Timeline
      entries={entries.map(({ id, kind, reasons, at }) => ({
        key: String(id),
        when: formatDay(at),
        dateTime: at.toISOString(),
        title: words[kind],
        detail:
          reasons
            .map(({ field, message }) => (field === "other" ? message : `${field}: ${message}`))
            .join(" · ") || undefined,
      }))}
    />
  );
}
