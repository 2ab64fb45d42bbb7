import type { z } from "zod";
import { DomainError } from "@/lib/errors";

/** What is wrong with one field of a request: its path, and a sentence. */
export type Field = { path: string; message: string };

/** An address that makes no sense: 400, with each field. */
export class BadRequest extends DomainError {
  constructor(readonly fields: Field[]) {
    super("bad_request", fields.map(({ message }) => message).join(" "));
  }
}

/** A body that makes no sense: 422, with each field. */
export class InvalidBody extends DomainError {
  readonly fields: Field[];
  constructor(issues: z.core.$ZodIssue[]) {
    const fields = issues.flatMap(fieldsOf);
    super("invalid", fields.map(({ message }) => message).join(" "));
    this.fields = fields;
  }
}

function fieldsOf(issue: z.core.$ZodIssue): Field[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path.join("."), message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join("."),
    message: `There is no key ${key} here.`,
  }));
}
