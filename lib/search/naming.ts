import { counted } from "@/lib/plural";
import { countryName } from "@/lib/taxonomy/countries";
import { bandWords, degreeWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";
import type { SearchCriteria } from "./criteria";

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

/** The filters in force, one phrase each, the ones that say most first. */
function phrasesOf(criteria: SearchCriteria, labels: ReadonlyMap<string, string>): string[] {
  const { q, skill, skillMode, exclude, responsibility, band, salary, currency, near, timezone } = criteria;
  const label = (kind: string) => (slug: string) => labels.get(`${kind}=${slug}`) ?? slug;
  const skills = (skillMode === "any" ? either : both)(skill.map(label("skill")));
  const phrases = [
    [either(band.map((one) => bandWords[one])), skills].filter(Boolean).join(" "),
    q && `“${q}”`,
    either(criteria.workplace.map((one) => workplaceWords[one].toLowerCase())),
    either(criteria.employment.map((one) => employmentWords[one].toLowerCase())),
    criteria.company.length > 0 && `at ${either(criteria.company.map(label("company")))}`,
    criteria.country.length > 0 && `in ${either(criteria.country.map(countryName))}`,
    near && `within ${criteria.radius} km of ${label("near")(near)}`,
    salary && `from ${salary.toLocaleString("en")} ${currency}`,
    both(responsibility.map(label("responsibility"))),
    exclude.length > 0 && `without ${either(exclude.map(label("skill")))}`,
    criteria.experience !== undefined && `for ${counted(criteria.experience, "year")} of experience`,
    criteria.degree && `with ${degreeWords[criteria.degree].toLowerCase()} as degree`,
    timezone && `${counted(criteria.overlap, "hour")} in common with ${timezone.replaceAll("_", " ")}`,
    criteria.oncall && "no on-call",
    criteria.takehome && "no take-home",
    criteria.complete && "reality card complete",
    criteria.posted && `at most ${counted(criteria.posted, "day")} old`,
  ];
  return phrases.filter((phrase): phrase is string => Boolean(phrase));
}

const both = (words: string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(words);
const either = (words: string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(words);
