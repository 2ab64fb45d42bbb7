import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { listApplicants } from "@/lib/applications/queries";
import type { Actor } from "@/lib/auth/input";
import { fewestSheets, type LineTally, tallyOf } from "@/lib/matching/rules/tally";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { degreeWords } from "@/lib/taxonomy/words";

/** What a live posting asks, line by line, against what those who applied have. */
export async function AskedAndHad({ actor, posting }: { actor: Actor; posting: OwnPosting }) {
  const [applicants, duties] = await Promise.all([listApplicants(actor, posting.id), listResponsibilities()]);
  const sheets = applicants.flatMap(({ sheet }) => sheet ?? []);
  const tally = tallyOf(sheets);
  const labels = new Map([
    ...duties.map(({ slug, label }) => [`responsibility ${slug}`, label] as const),
    ...posting.skills.map(({ slug, name }) => [`skill ${slug}`, name] as const),
  ]);
  const nameOf = ({ kind, slug }: LineTally) => {
    if (kind === "experience") return `${posting.experienceMin ?? 0} years of experience`;
    if (kind === "degree") return `Degree (${degreeWords[posting.degreeLevel ?? "none"].toLowerCase()})`;
    return labels.get(`${kind} ${slug}`) ?? slug;
  };
  return (
    <Section
      title="What you ask against what your applicants have"
      note={tally && `${sheets.length} applicants`}
    >
      {tally ? (
        <Table
          caption="What you ask against what your applicants have"
          rows={tally}
          rowKey={({ kind, slug, must }) => `${kind} ${slug} ${must}`}
          empty="This posting asks nothing that is matched."
          columns={[
            {
              key: "line",
              head: "Line",
              cell: (line) => (
                <>
                  {nameOf(line)} {!line.must && <span className="text-sm text-ink-3">nice</span>}
                </>
              ),
            },
            { key: "had", head: "Had", figure: true, cell: ({ had }) => had },
            { key: "partly", head: "Partly", figure: true, cell: ({ partly }) => partly },
            { key: "lacked", head: "Lacked", figure: true, cell: ({ lacked }) => lacked },
            { key: "unsaid", head: "Not said", figure: true, cell: ({ unsaid }) => unsaid },
          ]}
        />
      ) : (
        <p className="text-ink-2">
          Told from {fewestSheets} applicants on: fewer say little about your posting, and much about each of
          them.
        </p>
      )}
    </Section>
  );
}
