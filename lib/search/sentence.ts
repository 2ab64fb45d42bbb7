import { employmentWords, workplaceWords } from "@/lib/taxonomy/words";
import { type SearchCriteria, toParams } from "./criteria";
import { type FilterName, nameOfValue } from "./filters/table";
import { withStructure } from "./structure";

/** The filters that a line of the search box can say. */
const sayable: readonly string[] = [
  "q",
  "skill",
  "skillMode",
  "exclude",
  "workplace",
  "employment",
  "country",
  "region",
  "near",
  "experience",
  "salary",
  "currency",
];

/**
 * The search as a line that can be typed, so that it can be amended: "senior Go remote Germany 90k EUR". `says` are the parameters that it
 * stands for. Null where a line would be read as another search. Throws `too_slow`.
 */
export async function findSentence(
  criteria: SearchCriteria,
  labels: ReadonlyMap<string, string>,
): Promise<{ line: string; says: readonly string[] } | null> {
  const said = [...toParams(criteria)].filter(([name]) => sayable.includes(name));
  const line = lineOf(criteria, (name, value) => nameOfValue(name, value, labels));
  if (line === "") return null;
  const read = await withStructure(new URLSearchParams({ q: line }));
  return sorted(read) === sorted(said) ? { line, says: sayable } : null;
}

/** Without the currency where it is the usual one, which an address leaves out. */
const sorted = (params: Iterable<[string, string]>) =>
  [...params]
    .filter(([name, value]) => !(name === "currency" && value === "USD"))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");

function lineOf(criteria: SearchCriteria, nameOf: (name: FilterName, value: string) => string): string {
  const names = (name: "skill" | "exclude" | "country" | "region") =>
    criteria[name].map((value) => nameOf(name, value));
  const skills = names("skill").join(criteria.skillMode === "any" ? " or " : " ");
  const { experience, salary, currency } = criteria;
  return [
    criteria.q,
    skills,
    ...names("exclude").map((label) => `no ${label}`),
    ...criteria.workplace.map((value) => workplaceWords[value].toLowerCase()),
    ...criteria.employment.map((value) => employmentWords[value].toLowerCase()),
    ...names("country"),
    ...names("region").map((name) => name.replace(/^the /, "")),
    criteria.near && nameOf("near", criteria.near),
    experience !== undefined && `${experience} years`,
    salary !== undefined && `${salary % 1000 === 0 ? `${salary / 1000}k` : salary} ${currency}`,
  ]
    .filter(Boolean)
    .join(" ");
}
