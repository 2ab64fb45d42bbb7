import type { Reading, SkillCategory, SkillEntry, SkillKind, SkillSource, TaxonomyChanges } from "./input";
import { type Band, type Degree, degrees } from "./terms";

/**
 * The one spelling under which a name is looked up: lower case, single spaces, and a dot, hyphen or underscore inside a name
 * taken as a space ("Node.js", "node-js" and "NODE JS" are one). A leading dot (".NET"), "+", "#" and "/" stay.
 */
export function normalizeTerm(term: string): string {
  return term
    .normalize("NFKC")
    .toLowerCase()
    .trim()
    .replace(/(?<=[\p{L}\p{N}+#])(?:[._-]+|\s+)(?=[\p{L}\p{N}])/gu, " ")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\s{2,}/g, " ");
}

/** Whether this is only another spelling of the skill's own name or address. */
export const isOwnName = ({ slug, label }: { slug: string; label: string }, name: string): boolean =>
  [slug, label].some((own) => normalizeTerm(own) === normalizeTerm(name));

/** The kind of the skills of a category. */
export const kindOf = (category: SkillCategory): SkillKind =>
  category === "practice" || category === "concept" ? category : "technology";

/** The entries whole: kind by category, and `related` said in both directions, in the order of the slugs. */
export function completeEntries(sources: readonly SkillSource[]): SkillEntry[] {
  const related = new Map<string, Set<string>>(sources.map(({ slug }) => [slug, new Set<string>()]));
  for (const { slug, related: others = [] } of sources) {
    for (const other of others) {
      related.get(slug)?.add(other);
      related.get(other)?.add(slug);
    }
  }
  return sources.map(
    ({ slug, label, category, aliases = [], implies = [], article = false, reading = {} }) => ({
      slug,
      label,
      kind: kindOf(category),
      category,
      aliases,
      implies,
      related: [...(related.get(slug) ?? [])].sort(),
      article,
      reading,
    }),
  );
}

/**
 * The product's own entries with what admins changed, which wins: `entries` are those that are read and offered, `retired` the others. An entry
 * whose slug an admin gave to another skill is merged into that one, which takes its names and their hints over.
 */
export function withChanges(
  data: readonly SkillEntry[],
  changes: TaxonomyChanges | undefined,
): { entries: SkillEntry[]; retired: SkillEntry[]; mergedInto: Map<string, string> } {
  if (!changes) return { entries: [...data], retired: [], mergedInto: new Map() };
  const decided = new Map(changes.names.map(({ name, ...decision }) => [name, decision]));
  const added = new Set(changes.added.map(({ slug }) => slug));
  const mergedInto = new Map<string, string>();
  for (const { name, slug } of changes.names)
    if (slug !== null) mergedInto.set(name.replaceAll(" ", "-"), slug);
  const now = (slug: string) => (added.has(slug) ? slug : (mergedInto.get(slug) ?? slug));
  const hints = new Map(
    data.flatMap(({ reading }) =>
      Object.entries(reading).map(([name, mode]) => [normalizeTerm(name), [name, mode] as const]),
    ),
  );
  const whole = new Map<string, SkillEntry>();
  const own = data.filter(({ slug }) => !added.has(slug));
  for (const entry of [
    ...own.filter(({ slug }) => now(slug) === slug),
    ...changes.added.map((entry) => ({ ...entry, related: [], article: false })),
  ])
    whole.set(entry.slug, { ...entry, aliases: [], reading: {} });

  const give = (slug: string, name: string, reading: Reading | undefined) => {
    const entry = whole.get(slug);
    if (!entry) return;
    const [spelling, hint] = hints.get(normalizeTerm(name)) ?? [];
    if (normalizeTerm(name) !== normalizeTerm(entry.label)) entry.aliases.push(name);
    if (reading) entry.reading[name] = reading;
    else if (spelling && hint) entry.reading[spelling] = hint;
  };
  for (const { slug, label, aliases } of own)
    for (const name of [label, ...aliases])
      if (!decided.has(normalizeTerm(name)) || now(slug) === decided.get(normalizeTerm(name))?.slug)
        give(now(slug), name, undefined);
  for (const { name, slug, everyday } of changes.names) {
    const entry = slug === null ? undefined : whole.get(slug);
    if (!entry || slug === null) continue;
    const isKnown = [entry.label, ...entry.aliases].some((one) => normalizeTerm(one) === name);
    // A practice is read only where it is asked for, as in the product's own data.
    const mode = everyday || entry.kind !== "technology" ? "asked" : undefined;
    if (!isKnown || added.has(slug)) give(slug, name, mode);
  }
  const edges = (from: string, slugs: readonly string[]) => [
    ...new Set(slugs.map(now).filter((slug) => slug !== from)),
  ];
  for (const { slug, implies, related } of own) {
    const entry = whole.get(now(slug));
    if (!entry) continue;
    entry.implies = edges(entry.slug, [...entry.implies, ...implies]);
    entry.related = edges(entry.slug, [...entry.related, ...related]);
  }
  const retired = new Set(changes.retired);
  const all = [...whole.values()];
  return {
    entries: all.filter(({ slug }) => !retired.has(slug)),
    retired: all.filter(({ slug }) => retired.has(slug)),
    mergedInto: new Map([...mergedInto].filter(([slug]) => !whole.has(slug))),
  };
}

/** Everything that the given skills show, themselves left out unless another of them shows it: `implies`, transitively. */
export function impliedBy(
  slugs: Iterable<string>,
  implies: (slug: string) => readonly string[] | undefined,
): Set<string> {
  const shown = new Set<string>();
  const waiting = [...slugs];
  for (let slug = waiting.pop(); slug !== undefined; slug = waiting.pop()) {
    for (const next of implies(slug) ?? []) {
      if (shown.has(next)) continue;
      shown.add(next);
      waiting.push(next);
    }
  }
  return shown;
}

/** A degree's place in the order of degrees, 0 to 4. */
export const degreeRank = (degree: Degree): number => degrees.indexOf(degree);

/**
 * The band of a posting by the fewest years it asks: under 3 entry, under 10 mid, up to 20 senior, above that principal; no
 * minimum, no band. The article leaves the year of 3 open; here it begins the second band.
 */
export function bandOf(minYears: number | null): Band | null {
  if (minYears === null) return null;
  if (minYears < 3) return "entry";
  if (minYears < 10) return "mid";
  return minYears <= 20 ? "senior" : "principal";
}
