import { type PostingReading, readPosting } from "@/lib/reading/posting";
import { isTechnology } from "./labels";
import { hiringOf, otherTechnology, type Post, type PostLabels, samePlace, valuesOf } from "./posts";

export const postFields = [
  "technologies",
  "must or nice",
  "practices",
  "responsibilities",
  "workplace",
  "places",
  "hiring countries",
  "employment",
  "seniority",
  "pay",
  "experience",
  "degree",
  "field of degree",
] as const;
export type PostField = (typeof postFields)[number];

/** What was read of one field of one post, against its labels: values that are right, that should not be there, that are not there. */
export type Counts = { right: number; extra: string[]; missed: string[] };

/** Reads a post and counts every field that is labelled. */
export function countPost({
  text,
  labels,
}: Pick<Post, "text" | "labels">): Partial<Record<PostField, Counts>> {
  const counts = countAll(text, labels);
  const labelled = labels.only ?? postFields;
  return Object.fromEntries(
    Object.entries(counts).filter(([field]) => labelled.some((one) => one === field)),
  );
}

function countAll(text: string, labels: PostLabels): Record<PostField, Counts> {
  const read = readPosting(text);
  const either = new Set((labels.either ?? []).map(samePlace));
  const technologies = read.skills.filter(({ slug }) => isTechnology(slug));
  const practices = read.skills.filter(({ slug }) => !isTechnology(slug));
  const { technologies: named = [], other = [] } = labels;
  return {
    technologies: countTags(
      [...named.map(withoutWish), ...other.map(otherTechnology)],
      technologies.map(({ slug }) => slug),
      either,
    ),
    "must or nice": countWishes(named, technologies),
    practices: countTags(
      (labels.practices ?? []).map(withoutWish),
      practices.map(({ slug }) => slug),
      either,
    ),
    responsibilities: countTags(
      labels.responsibilities ?? [],
      read.responsibilities.map(({ slug }) => slug),
      either,
    ),
    workplace: countValue(valuesOf(labels.workplace), read.workplace?.value ?? null),
    places: countTags((labels.places ?? []).map(samePlace), placesOf(read), either),
    "hiring countries": countHiring(
      labels.hiring ?? [],
      read.hiringCountries.map(({ country }) => country),
      labels.either ?? [],
    ),
    employment: countTags(
      labels.employment ?? [],
      read.employment.map(({ value }) => value),
      either,
    ),
    seniority: countValue(valuesOf(labels.seniority), read.seniority?.value ?? null),
    pay: countValue(valuesOf(labels.salary), payOf(read)),
    experience: countValue(valuesOf(labels.experience), yearsOf(read)),
    degree: countValue(valuesOf(labels.degree), read.degree?.level ?? null),
    "field of degree": countValue(valuesOf(labels.field), read.degree?.field ?? null),
  };
}

const placesOf = ({ places }: PostingReading) =>
  places.map(({ city, country }) => samePlace(city ? `${city}, ${country}` : country));
const payOf = ({ salary }: PostingReading) =>
  salary && `${salary.min}–${salary.max} ${salary.currency} ${salary.period}`;
const yearsOf = ({ experience }: PostingReading) =>
  experience && `${experience.min ?? ""}–${experience.max ?? ""}`;

/** Counts tags. One of `either` is no fault, read or not. */
export function countTags(wanted: string[], read: string[], either: ReadonlySet<string>): Counts {
  const [wantedSet, readSet] = [new Set(wanted), new Set(read)];
  return {
    right: [...wantedSet].filter((tag) => readSet.has(tag)).length,
    extra: [...readSet].filter((tag) => !wantedSet.has(tag) && !either.has(tag)),
    missed: [...wantedSet].filter((tag) => !readSet.has(tag)),
  };
}

/** Counts a field with one value, of which each in `accepted` is right. Null, where nothing is to be read, is right without counting. */
export function countValue(accepted: (string | null)[], read: string | null): Counts {
  if (accepted.includes(read)) return { right: read === null ? 0 : 1, extra: [], missed: [] };
  return {
    right: 0,
    extra: read === null ? [] : [read],
    missed: accepted.includes(null) ? [] : [accepted[0] ?? ""],
  };
}

/** Of the technologies that were rightly read: those whose weight is right, and the others as missed with the weight they should have. */
function countWishes(named: string[], read: { slug: string; must: boolean }[]): Counts {
  const isMust = new Map(read.map(({ slug, must }) => [slug, must]));
  const both = named.filter((tag) => isMust.has(withoutWish(tag)));
  const wrong = both.filter((tag) => isMust.get(withoutWish(tag)) === tag.endsWith("?"));
  return {
    right: both.length - wrong.length,
    extra: wrong.map((tag) => (tag.endsWith("?") ? withoutWish(tag) : `${tag}?`)),
    missed: wrong,
  };
}

/** Lists of a region differ by a country or two: the region is read where most of it is. */
const mostOfRegion = 0.75;

/** Counts a region as one value, and all countries that should not be there as one. */
export function countHiring(wanted: string[], read: string[], either: string[]): Counts {
  const readSet = new Set(read);
  const isRead = (label: string) => {
    const countries = hiringOf(label);
    return countries.filter((country) => readSet.has(country)).length >= mostOfRegion * countries.length;
  };
  const allowed = new Set([...wanted, ...either].flatMap(hiringOf));
  const extra = read.filter((country) => !allowed.has(country));
  return {
    right: wanted.filter(isRead).length,
    extra: extra.length > 0 ? [extra.join(" ")] : [],
    missed: wanted.filter((label) => !isRead(label)),
  };
}

const withoutWish = (tag: string) => tag.replace(/\?$/, "");
