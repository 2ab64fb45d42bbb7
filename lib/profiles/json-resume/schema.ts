import { z } from "zod";
import { urlOf } from "@/lib/url";

/*
 * JSON Resume 1.0.0 (https://jsonresume.org/schema). Every key is optional and others are allowed, as the standard says. Of its formats,
 * what is empty or null counts as none, an address may lack its "https://", a date may be written in words, and what an older version of the
 * standard called otherwise is read by its old name: real files are like that.
 */

const text = z.string("must be text").max(20_000, "is longer than 20,000 characters");
const texts = z.array(text, "must be a list").max(200, "has more than 200 items").optional();
const bareAddress = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/\S*)?$/i;
const url = text
  .refine(
    (words) => words === "" || bareAddress.test(words) || urlOf(words) !== null,
    "must be an address, such as https://example.com",
  )
  .optional();
const email = text
  .refine((words) => words === "" || z.email().safeParse(words).success, "must be an e-mail address")
  .optional();
/** As the standard writes it, or in words ("October 2018", "Present"); what is no date is left out when it is read. */
const date = text.optional();
const list = <S extends z.ZodType>(item: S) =>
  z.array(item, "must be a list").max(200, "has more than 200 items").optional();
const group = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape, "must be an object");
const optional = text.optional();

const period = { startDate: date, endDate: date };
const told = { summary: optional, highlights: texts };

const JsonResumeShape = group({
  $schema: optional,
  basics: group({
    name: optional,
    label: optional,
    image: optional,
    email,
    phone: optional,
    url,
    summary: optional,
    location: group({
      address: optional,
      postalCode: optional,
      city: optional,
      countryCode: optional,
      region: optional,
    }).optional(),
    profiles: list(group({ network: optional, username: optional, url, summary: optional })),
  }).optional(),
  work: list(
    group({
      name: optional,
      location: optional,
      description: optional,
      position: optional,
      url,
      ...period,
      ...told,
    }),
  ),
  volunteer: list(group({ organization: optional, position: optional, url, ...period, ...told })),
  education: list(
    group({
      institution: optional,
      url,
      area: optional,
      studyType: optional,
      ...period,
      score: optional,
      courses: texts,
    }),
  ),
  awards: list(group({ title: optional, date, awarder: optional, summary: optional })),
  certificates: list(group({ name: optional, date, url, issuer: optional })),
  publications: list(
    group({ name: optional, publisher: optional, releaseDate: date, url, summary: optional }),
  ),
  skills: list(
    group({ name: optional, level: optional, keywords: texts, years: z.number().min(0).max(70).optional() }),
  ),
  languages: list(group({ language: optional, fluency: optional })),
  interests: list(group({ name: optional, keywords: texts })),
  references: list(group({ name: optional, reference: optional })),
  projects: list(
    group({
      name: optional,
      description: optional,
      highlights: texts,
      keywords: texts,
      ...period,
      url,
      roles: texts,
      entity: optional,
      type: optional,
    }),
  ),
  meta: group({ canonical: url, version: optional, lastModified: optional }).optional(),
});
export type JsonResume = z.output<typeof JsonResumeShape>;

/** A JSON Resume, also as older tools write it. */
export const JsonResume = z.preprocess(modernised, JsonResumeShape);

type Json = Record<string, unknown>;
const isGroup = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the standard called otherwise before its version 1: by its part, the old name and today's. */
const oldNames: Record<string, [string, string][]> = {
  basics: [
    ["website", "url"],
    ["picture", "image"],
  ],
  work: [
    ["company", "name"],
    ["website", "url"],
  ],
  volunteer: [["website", "url"]],
  publications: [["website", "url"]],
};
/** Parts whose items may be no more than their names, and the key of a name there. */
const namedBy: Record<string, string> = {
  skills: "name",
  interests: "name",
  languages: "language",
  references: "reference",
};

function modernised(json: unknown): unknown {
  const whole = eased(json, 0);
  if (!isGroup(whole)) return whole;
  const changed = Object.entries(whole).map(([key, value]): [string, unknown] => {
    const names = oldNames[key];
    if (names)
      return [key, Array.isArray(value) ? value.map((item) => renamed(item, names)) : renamed(value, names)];
    const name = namedBy[key];
    if (name && Array.isArray(value))
      return [key, value.map((item) => (typeof item === "string" ? { [name]: item } : item))];
    return [key, value];
  });
  return Object.fromEntries(changed);
}

function renamed(item: unknown, names: [string, string][]): unknown {
  if (!isGroup(item)) return item;
  const found = names.filter(([old, name]) => old in item && !(name in item));
  return found.length === 0
    ? item
    : { ...item, ...Object.fromEntries(found.map(([old, name]) => [name, item[old]])) };
}

/** Levels that a résumé has: what lies deeper stays as it is. */
const deepest = 8;

/**
 * Without keys and items that are null: they say no more than those that are missing. A year or a score that is a number becomes text, a list
 * that is one text a list, years of a skill that are text a number; a date that is neither text nor a number is left out.
 */
function eased(value: unknown, depth: number): unknown {
  if (depth > deepest) return value;
  if (Array.isArray(value))
    return value.filter((item) => item !== null).map((item) => eased(item, depth + 1));
  if (!isGroup(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, asMeant(key, item)])
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, eased(item, depth + 1)]),
  );
}

const dates = ["startDate", "endDate", "date", "releaseDate"];
const lists = ["highlights", "courses", "roles"];

function asMeant(key: string, item: unknown): unknown {
  if (key === "years") return typeof item === "string" && /^\d+(?:\.\d+)?$/.test(item) ? Number(item) : item;
  if (typeof item === "number") return String(item);
  if (dates.includes(key)) return typeof item === "string" ? item : null;
  if (typeof item !== "string") return item;
  if (lists.includes(key)) return item.split("\n").filter((line) => line.trim() !== "");
  return key === "keywords" ? item.split(/[,;\n]/).filter((word) => word.trim() !== "") : item;
}

/** Faults that are told; the rest is counted. */
const mostFaults = 8;

/** What of a value breaks the standard, each fault with its path ("work[0].startDate must be …"), in one sentence. */
export function faultsOf(error: z.ZodError): string {
  const faults = error.issues.map(({ path, message }) => `${pathOf(path)} ${message}`);
  const rest = faults.length - mostFaults;
  return [...faults.slice(0, mostFaults), ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ");
}

const pathOf = (path: readonly PropertyKey[]) =>
  path.length === 0
    ? "it"
    : path
        .map((key, at) => (typeof key === "number" ? `[${key}]` : `${at ? "." : ""}${String(key)}`))
        .join("");
