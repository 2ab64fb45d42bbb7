import { Section } from "@/app/_ui/section";

/** What was read, and the places in the text, [start, end), that say so. */
export type Proof = { key: string; label: string; spans: readonly (readonly [number, number])[] };

/**
 * A text as it was given, the words that prove something marked; each mark says what it proves. With `scrolls` it stays in sight beside a
 * long form.
 */
export function ProvenText({
  text,
  proofs,
  scrolls,
}: {
  text: string;
  proofs: readonly Proof[];
  scrolls?: boolean;
}) {
  const words = (
    <p className="max-w-measure whitespace-pre-wrap break-words">
      {piecesOf(text, proofs).map(({ start, words, proves }) =>
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
  );
  return (
    <Section
      title="The text"
      note="The parts we read are marked"
      className={scrolls ? "lg:sticky lg:top-6 lg:self-start" : undefined}
    >
      {scrolls ? (
        <section
          aria-label="The text as it was read"
          data-scrolls
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className="lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto"
        >
          {words}
        </section>
      ) : (
        words
      )}
    </Section>
  );
}

type Piece = { start: number; words: string; proves: Proof[] };

/** Proofs may overlap: the text is cut at each of their ends. */
function piecesOf(text: string, proofs: readonly Proof[]): Piece[] {
  const places = proofs.flatMap((proof) => proof.spans.map(([start, end]) => ({ start, end, proof })));
  const cuts = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] as number;
    const proves = places
      .filter((place) => place.start <= start && end <= place.end)
      .map(({ proof }) => proof);
    return { start, words: text.slice(start, end), proves };
  });
}
