/** A piece of evidence by its name, with the slugs and labels of what it shows. */
export type Shown = { name: string; tags: readonly string[] };

/** "Shown by Developer, Acme; tinyqueue". Nothing for a claim. */
export function ShownBy({ tag, evidence }: { tag: string; evidence: readonly Shown[] }) {
  const names = evidence.filter(({ tags }) => tags.includes(tag)).map(({ name }) => name);
  return names.length > 0 && <p className="text-sm text-ink-3">Shown by {names.join("; ")}</p>;
}
