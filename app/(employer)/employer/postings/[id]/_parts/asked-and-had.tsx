import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { findTally } from "@/lib/applications/queries/tally";
import type { Actor } from "@/lib/auth/input";
import { fewestSheets, type LineTally } from "@/lib/matching/rules/tally";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { degreeWords } from "@/lib/taxonomy/words";

/** Each requirement of a posting, and how many of its applicants meet it. */
export async function AskedAndHad({ actor, posting }: { actor: Actor; posting: OwnPosting }) {
  const [tally, responsibilities] = await Promise.all([findTally(actor, posting.id), listResponsibilities()]);
  const labels = new Map([
    ...responsibilities.map(({ slug, label }) => [`responsibility ${slug}`, label] as const),
    ...posting.skills.map(({ slug, name }) => [`skill ${slug}`, name] as const),
  ]);
  const nameOf = ({ kind, slug }: LineTally) => {
    if (kind === "experience") return `${posting.experienceMin ?? 0} years of experience`;
    if (kind === "degree") return `Degree (${degreeWords[posting.degreeLevel ?? "none"].toLowerCase()})`;
    return labels.get(`${kind} ${slug}`) ?? slug;
  };
  return (
    <Section title="Your requirements and your applicants" note={tally && `${tally.applicants} applicants`}>
      {tally ? (
        <Table
          caption="Your requirements and your applicants"
          rows={tally.lines}
          rowKey={({ kind, slug, must }) => `${kind} ${slug} ${must}`}
          empty="This posting lists no requirements."
          columns={[
            {
              key: "line",
              head: "Requirement",
              cell: (line) => (
                <>
                  {nameOf(line)} {!line.must && <span className="text-sm text-ink-3">nice to have</span>}
                </>
              ),
            },
            { key: "had", head: "Met", figure: true, cell: ({ had }) => had },
            { key: "partly", head: "Partly met", figure: true, cell: ({ partly }) => partly },
            { key: "lacked", head: "Missing", figure: true, cell: ({ lacked }) => lacked },
            { key: "unsaid", head: "Not stated", figure: true, cell: ({ unsaid }) => unsaid },
          ]}
        />
      ) : (
        <p className="text-ink-2">
          Shown from {fewestSheets} applicants on, so that nobody can be identified.
        </p>
      )}
    </Section>
  );
}
