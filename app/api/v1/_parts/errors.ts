import type { Context } from "hono";
import type { z } from "zod";
import { DomainError, type FieldFault } from "@/lib/errors";

/** The refusal of an address that makes no sense, with each field: 400. */
export const badRequest = (fields: FieldFault[]) => new DomainError("bad_request", inWords(fields), fields);

/** A body may be wrong in tens of thousands of places; so many are told. */
const mostTold = 100;

/** The refusal of a body that makes no sense, with each field: 422. */
export function invalidBody(issues: z.core.$ZodIssue[]) {
  const fields = issues.flatMap(fieldsOf).slice(0, mostTold);
  return new DomainError("invalid", inWords(fields), fields);
}

const inWords = (fields: FieldFault[]) => fields.map(({ message }) => message).join(" ");

/** Schemas say what a value must be, some without naming it and some in the words of the library: each becomes a sentence about its key. */
function fieldsOf(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code !== "unrecognized_keys") {
    const path = issue.path.join(".");
    const words = isOfLibrary(issue)
      ? `must be ${kinds[issue.expected] ?? "of another type"}`
      : issue.message;
    const isWhole = !/^[a-z]/.test(words) || words.startsWith(`${String(issue.path.at(-1))} `);
    const sentence = isWhole ? words : `${path || "The body"} ${words}`;
    return [{ path, message: /[.!?”]$/.test(sentence) ? sentence : `${sentence}.` }];
  }
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join("."),
    message: `Unknown key: ${key}.`,
  }));
}

const isOfLibrary = (issue: z.core.$ZodIssue): issue is z.core.$ZodIssueInvalidType =>
  issue.code === "invalid_type" && issue.message.startsWith("Invalid input");

const kinds: Record<string, string> = {
  object: "an object",
  record: "an object",
  array: "a list",
  string: "a string",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** Throws `bad_request` with these fields, if there are any. */
export function refuse(fields: FieldFault[]) {
  if (fields.length > 0) throw badRequest(fields);
}

/** Throws `bad_request` with each parameter of the address that is not `known`. */
export function refuseUnknown(c: Context, known: string[]) {
  const unknown = [...new Set(new URL(c.req.url).searchParams.keys())].filter(
    (name) => !known.includes(name),
  );
  refuse(unknown.map((path) => ({ path, message: `There is no parameter ${path}.` })));
}

/** Throws `too_large`. */
export function tooLarge(): never {
  throw new DomainError("too_large", "The body is too large.");
}
