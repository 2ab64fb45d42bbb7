import { Section } from "@/app/_ui/section";
import { Timeline } from "@/app/_ui/timeline";
import type { ApplicationState } from "@/lib/applications/lists";
import { candidateWords, companyWords, type Reason } from "@/lib/applications/words";
import { formatDay } from "./dates";
import { Reasons } from "./reasons";

export type HistoryEntry = {
  id: number;
  from: ApplicationState | null;
  to: ApplicationState;
  message: string;
  reasons: readonly Reason[];
  at: Date;
};

/**
 * Every move of an application with the words that came with it, the latest first, in the words of its reader. `shownId` is the move whose words
 * the page shows elsewhere.
 */
export function ApplicationHistory({
  history,
  shownId,
  reader,
}: {
  history: readonly HistoryEntry[];
  shownId?: number;
  reader: "candidate" | "company";
}) {
  return (
    <Section title="History">
      <Timeline
        entries={history.toReversed().map(({ id, from, to, message, reasons, at }) => ({
          key: String(id),
          when: formatDay(at),
          dateTime: at.toISOString(),
          title:
            from === "withdrawn"
              ? "Withdrawal undone"
              : reader === "company"
                ? companyWords[to]
                : candidateWords[to].word,
          detail:
            id !== shownId && (message || reasons.length > 0) ? (
              <>
                <Reasons reasons={reasons} />
                <p className="max-w-measure whitespace-pre-wrap">{message}</p>
              </>
            ) : undefined,
        }))}
      />
    </Section>
  );
}
