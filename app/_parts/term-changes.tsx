import { Table } from "@/app/_ui/table";
import type { TermChange } from "@/lib/postings/terms";

/** What a change of a live posting changes, line by line: its company and the admins read the same. */
export function TermChanges({ changes }: { changes: readonly TermChange[] }) {
  return (
    <Table
      caption="What changes"
      rows={changes}
      rowKey={({ what }) => what}
      empty="Nothing changes any more: what is public says the same."
      columns={[
        { key: "what", head: "Part", cell: ({ what }) => <span className="font-medium">{what}</span> },
        {
          key: "from",
          head: "Now",
          cell: ({ from }) => from ?? <span className="text-ink-3">not asked</span>,
        },
        { key: "to", head: "New", cell: ({ to }) => to ?? <span className="text-ink-3">not asked</span> },
      ]}
    />
  );
}
