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

function fieldsOf(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join("."),
    message: `Unknown key: ${key}.`,
  }));
}
