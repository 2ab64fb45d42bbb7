import type { NewEvent } from "@/lib/events/input";
import { countryName } from "@/lib/taxonomy/countries";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import { degreeWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";
import type { PostingTerms } from "./lists";
import { formatList, formatPay, formatPeriod, formatPlaces } from "./words";

/*
 * The terms of a posting: its pay, its requirements and its place. A change of them on a live posting is material, so that an admin has to
 * approve it, and those who applied are told.
 */

/** The same fields of a posting as it is kept; null in each that is not stated yet. */
type Stated = Omit<PostingTerms, "pay" | "workplace" | "employment"> & {
  [Part in "pay" | "workplace" | "employment"]: PostingTerms[Part] | null;
};

/** The terms of a posting; null while it lacks one that publishing needs. */
export function termsOf(posting: Stated): PostingTerms | null {
  const { pay, workplace, employment } = posting;
  if (!pay || !workplace || !employment) return null;
  return {
    pay: { min: pay.min, max: pay.max, currency: pay.currency, period: pay.period },
    experienceMin: posting.experienceMin,
    experienceMax: posting.experienceMax,
    degreeLevel: posting.degreeLevel,
    degreeField: posting.degreeField,
    equalExperience: posting.equalExperience,
    skills: posting.skills.map(({ slug, name, must, minYears }) => ({ slug, name, must, minYears })),
    responsibilities: posting.responsibilities.map(({ slug, must }) => ({ slug, must })),
    workplace,
    employment,
    places: posting.places.map(({ city, country }) => ({ city, country })),
    hiringCountries: posting.hiringCountries,
  };
}

/** A posting with the change that waits for an admin, if one does, instead of what is public: as its form edits it. */
export function withRevision<Own extends { revision: { terms: PostingTerms } | null }>(posting: Own): Own {
  if (!posting.revision) return posting;
  const { pay, ...terms } = posting.revision.terms;
  return {
    ...posting,
    ...terms,
    pay,
    salaryMin: pay.min,
    salaryMax: pay.max,
    salaryCurrency: pay.currency,
    salaryPeriod: pay.period,
  };
}

/** One line of what changed, in words; null stands for "not there". */
export type TermChange = { what: string; from: string | null; to: string | null };

/** What differs between two versions of a posting's terms, line by line; none where they say the same. The order of a list says nothing. */
export function termChanges(from: PostingTerms, to: PostingTerms): TermChange[] {
  const lines = (what: string, write: (terms: PostingTerms) => string | null): TermChange[] => {
    const [before, after] = [write(from), write(to)];
    return before === after ? [] : [{ what, from: before, to: after }];
  };
  return [
    ...lines("Pay", ({ pay }) => `${formatPay(pay)} ${formatPeriod(pay.period)}`),
    ...lines("Workplace", ({ workplace }) => workplaceWords[workplace]),
    ...lines("Places", ({ places }) => (places.length > 0 ? formatPlaces(sorted(places, placeKey)) : null)),
    ...lines("Hires in", ({ hiringCountries }) =>
      hiringCountries.length > 0 ? formatList(hiringCountries.map(countryName).sort()) : null,
    ),
    ...lines("Employment", ({ employment }) => employmentWords[employment]),
    ...lines("Experience", yearsInWords),
    ...lines("Degree", degreeInWords),
    ...eachOf(from.skills, to.skills, ({ name, must, minYears }) => ({
      what: name,
      words: `${mustWords(must)}${minYears ? `, ${minYears}+ years` : ""}`,
    })),
    ...eachOf(from.responsibilities, to.responsibilities, ({ slug, must }) => ({
      what: responsibilityLabel(slug),
      words: mustWords(must),
    })),
  ];
}

const mustWords = (must: boolean) => (must ? "Must have" : "Nice to have");

const placeKey = ({ city, country }: PostingTerms["places"][number]) => `${country} ${city ?? ""}`;

const sorted = <T>(list: readonly T[], key: (one: T) => string) =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

function yearsInWords({ experienceMin: min, experienceMax: max }: PostingTerms): string | null {
  if (min === null) return max === null ? null : `Up to ${max} years`;
  return max === null ? `${min}+ years` : `${min} to ${max} years`;
}

function degreeInWords({ degreeLevel: level, degreeField, equalExperience }: PostingTerms): string | null {
  if (!level || level === "none") return null;
  return `${degreeWords[level]}${degreeField ? ` in ${degreeField}` : ""}${equalExperience ? ", or equal experience" : ""}`;
}

/** The changes of a list of tags: those that were added, removed, or ask something else now. */
function eachOf<Tag extends { slug: string }>(
  from: readonly Tag[],
  to: readonly Tag[],
  write: (tag: Tag) => { what: string; words: string },
): TermChange[] {
  const [before, after] = [from, to].map((tags) => new Map(tags.map((tag) => [tag.slug, write(tag)])));
  return [...new Set([...from, ...to].map(({ slug }) => slug))].flatMap((slug) => {
    const [was, is] = [before?.get(slug), after?.get(slug)];
    const what = (is ?? was)?.what ?? slug;
    return was?.words === is?.words ? [] : [{ what, from: was?.words ?? null, to: is?.words ?? null }];
  });
}

/** What the event of a change of terms says of it: figures and slugs. */
export function revisionOf(from: PostingTerms, to: PostingTerms): NewEvent<"posting.revised">["data"] {
  const [before, after] = [tagsOf(from), tagsOf(to)];
  const changed = new Set(
    termChanges(
      { ...from, skills: [], responsibilities: [] },
      { ...to, skills: [], responsibilities: [] },
    ).map(({ what }) => what),
  );
  const both = [...before.keys()].filter((slug) => after.has(slug));
  return {
    pay: changed.has("Pay") ? { from: from.pay, to: to.pay } : null,
    added: [...after.keys()].filter((slug) => !before.has(slug)),
    removed: [...before.keys()].filter((slug) => !after.has(slug)),
    changed: both.filter((slug) => before.get(slug) !== after.get(slug)),
    experience: changed.has("Experience"),
    degree: changed.has("Degree"),
    place: ["Workplace", "Places", "Hires in"].some((what) => changed.has(what)),
    employment: changed.has("Employment"),
  };
}

/** What each tag asks, as a text that differs where it does. */
const tagsOf = ({ skills, responsibilities }: PostingTerms) =>
  new Map<string, string>([
    ...skills.map(({ slug, must, minYears }) => [slug, `${must} ${minYears}`] as const),
    ...responsibilities.map(({ slug, must }) => [slug, `${must}`] as const),
  ]);

/** The same in sentences, for the ledger and for mails. `labels` names the skills by their slugs. */
export function revisionInWords(
  revision: NewEvent<"posting.revised">["data"],
  labels: ReadonlyMap<string, string>,
): string[] {
  const name = (slug: string) => labels.get(slug) ?? responsibilityLabel(slug);
  const named = (words: string, slugs: readonly string[]) =>
    slugs.length > 0
      ? [`${slugs.length > 1 ? "Requirements" : "Requirement"} ${words}: ${formatList(slugs.map(name))}`]
      : [];
  const pay = (one: PostingTerms["pay"]) => `${formatPay(one)} ${formatPeriod(one.period)}`;
  return [
    ...(revision.pay ? [`Pay changed from ${pay(revision.pay.from)} to ${pay(revision.pay.to)}`] : []),
    ...named("added", revision.added),
    ...named("removed", revision.removed),
    ...named("changed", revision.changed),
    ...(revision.experience ? ["Years of experience changed"] : []),
    ...(revision.degree ? ["Degree changed"] : []),
    ...(revision.place ? ["Place of work changed"] : []),
    ...(revision.employment ? ["Kind of employment changed"] : []),
  ];
}
