import { modifierOf, type SearchCriteria, searchedBy, setFilters } from "./criteria";
import { type FilterName, filterOf, nameOfValue } from "./filters/table";

const longestName = 120;

/**
 * A search in words, as one would call it: "Senior Go, remote, from 90,000 EUR". `labels` are what the database calls skills,
 * responsibilities, companies and cities, as `readCriteria` gives them.
 */
export function nameOf(criteria: SearchCriteria, labels: ReadonlyMap<string, string>): string {
  const phrases = phrasesOf(criteria, labels);
  const name = phrases.length === 1 ? (phrases[0] as string).replace(/^at /, "") : phrases.join(", ");
  const said = name.charAt(0).toUpperCase() + name.slice(1);
  const letters = [...said];
  return letters.length <= longestName ? said : `${letters.slice(0, longestName - 1).join("")}…`;
}

/** The filters that say the most about a search, first; the others follow in the order of the address. */
const sayFirst: readonly FilterName[] = [
  "band",
  "skill",
  "q",
  "workplace",
  "employment",
  "company",
  "country",
  "near",
  "salary",
  "responsibility",
];

/** The filters in force, one phrase each. */
function phrasesOf(criteria: SearchCriteria, labels: ReadonlyMap<string, string>): string[] {
  const said = new Map<FilterName, { names: string[]; values: string[] }>();
  for (const { name, values } of setFilters(criteria)) {
    const { names, values: others } = said.get(searchedBy(name)) ?? { names: [], values: [] };
    said.set(searchedBy(name), {
      names: [...names, ...values.map((value) => nameOfValue(name, value, labels))],
      values: [...others, ...values],
    });
  }
  const phrases = new Map(
    [...said].map(([name, { names, values }]) => [
      name,
      filterOf(name).phrase?.(names, modifierOf(name, criteria), values) ?? "",
    ]),
  );
  const inOrder = [...new Set([...sayFirst, ...phrases.keys()])].flatMap((name) => phrases.get(name) ?? []);
  // "Senior Go": the level and the skills are one phrase.
  if (!phrases.has("band") || !phrases.has("skill")) return inOrder;
  const [band, skills, ...rest] = inOrder;
  return [`${band} ${skills}`, ...rest];
}
