import { z } from "zod";
import { urlOf } from "@/lib/url";

/*
 * JSON Resume 1.0.0 (https://jsonresume.org/schema). Every key is optional and others are allowed, as the standard says. Of its formats,
 * what is empty counts as none, and an address may lack its "https://", since the standard's own examples have both; a month or day that no
 * calendar has is refused.
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
const date = z
  .string("must be a date in quotes")
  .regex(
    /^$|^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    "must be a date like 2014-06-29, 2014-06 or 2014",
  )
  .optional();
const list = <S extends z.ZodType>(item: S) =>
  z.array(item, "must be a list").max(200, "has more than 200 items").optional();
const group = <S extends z.ZodRawShape>(shape: S) => z.looseObject(shape, "must be an object");
const optional = text.optional();

const period = { startDate: date, endDate: date };
const told = { summary: optional, highlights: texts };

export const JsonResume = group({
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
export type JsonResume = z.output<typeof JsonResume>;

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
