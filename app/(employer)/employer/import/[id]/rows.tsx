import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import { type Column, Table } from "@/app/_ui/table";
import type { RowOutcome } from "@/lib/imports/lists";
import type { findImport } from "@/lib/imports/queries";
import { outcomeWords } from "@/lib/imports/words";

type Row = NonNullable<Awaited<ReturnType<typeof findImport>>>["rows"][number];

const tones: Record<RowOutcome, StatusTone> = {
  new: "good",
  updated: "good",
  unchanged: "neutral",
  duplicate: "neutral",
  refused: "bad",
};

const columns: Column<Row>[] = [
  {
    key: "posting",
    head: "Posting",
    cell: ({ title, place, postingId, state }) => (
      <>
        {postingId && state ? (
          <a href={`/employer/postings/${postingId}`} className="link font-medium break-words">
            {title || "Without a title"}
          </a>
        ) : (
          <span className="font-medium break-words">{title || "Could not be read"}</span>
        )}
        <span className="block text-sm text-ink-3 break-words">{place}</span>
      </>
    ),
  },
  {
    key: "outcome",
    head: "What became of it",
    cell: ({ outcome, reasons, notes, postingId, state }) => (
      <>
        <StatusMark tone={tones[outcome]}>{outcomeWords[outcome]}</StatusMark>
        {state === "in_review" && <span className="block text-sm text-ink-2">It is in review now.</span>}
        {!postingId && (outcome === "new" || outcome === "updated") && (
          <span className="block text-sm text-ink-2">The draft was deleted since.</span>
        )}
        {[...reasons, ...notes].map((words) => (
          <span key={words} className="block max-w-measure text-sm text-ink-2 break-words">
            {words}
          </span>
        ))}
      </>
    ),
  },
];

/** What became of each posting of a file, a row each. */
export const ImportRows = ({ rows }: { rows: readonly Row[] }) => (
  <Table
    caption="What became of each posting"
    columns={columns}
    rows={rows}
    rowKey={({ position }) => String(position)}
  />
);
