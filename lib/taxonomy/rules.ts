import type { SkillEntry, SkillSource } from "./input";
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
      kind: category === "practice" || category === "concept" ? category : "technology",
      category,
      aliases,
      implies,
      related: [...(related.get(slug) ?? [])].sort(),
      article,
      reading,
    }),
  );
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
