import { Section } from "@/app/_ui/section";
import type { Proposal } from "@/lib/postings/proposals";

/** The text as it was pasted, the words that prove a tag marked; each mark says which tags it proves. */
export function ProvenText({ text, proposals }: { text: string; proposals: readonly Proposal[] }) {
  return (
    <Section title="The text" note="Marked: what was read">
      <p className="max-w-measure whitespace-pre-wrap break-words">
        {piecesOf(text, proposals).map(({ start, words, proves }) =>
          proves.length === 0 ? (
            words
          ) : (
            <mark
              key={start}
              data-proves={proves.map(({ key }) => key).join(" ")}
              title={proves.map(({ label }) => label).join(", ")}
            >
              {words}
            </mark>
          ),
        )}
      </p>
    </Section>
  );
}

type Piece = { start: number; words: string; proves: Proposal[] };

/** Proofs may overlap: the text is cut at each of their ends. */
function piecesOf(text: string, proposals: readonly Proposal[]): Piece[] {
  const proofs = proposals.flatMap((proposal) =>
    proposal.spans.map(([start, end]) => ({ start, end, proposal })),
  );
  const cuts = [...new Set([0, text.length, ...proofs.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] as number;
    const proves = proofs
      .filter((proof) => proof.start <= start && end <= proof.end)
      .map(({ proposal }) => proposal);
    return { start, words: text.slice(start, end), proves };
  });
}
