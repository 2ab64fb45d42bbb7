import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { countReasons } from "@/lib/applications/queries/reasons";
import { reasonName } from "@/lib/applications/words";
import type { Actor } from "@/lib/auth/input";
import { listTagLabels } from "@/lib/taxonomy/queries/labels";

/** How often each reason was given to applicants who were turned down. Nothing before the first. */
export async function WhyNot({ actor, postingId }: { actor: Actor; postingId: string }) {
  const reasons = await countReasons(actor, postingId);
  if (reasons.length === 0) return null;
  const labels = await listTagLabels(reasons.map(({ slug }) => slug));
  return (
    <Section title="Why applicants were turned down" className="mt-10">
      <Table
        caption="Why applicants were turned down"
        rows={reasons}
        rowKey={({ kind, slug }) => `${kind} ${slug}`}
        columns={[
          { key: "reason", head: "Reason", cell: (reason) => reasonName(reason, labels) },
          { key: "times", head: "Applicants", figure: true, cell: ({ times }) => times },
        ]}
      />
    </Section>
  );
}
