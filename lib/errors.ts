/**
 * The closed list of what can go wrong on purpose. Each has one meaning for a form (a message beside the field),
 * for the API (a status) and for a page (not found, try again).
 */
export const errorStatus = {
  invalid: 422,
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  gone: 410,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  too_slow: 503,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What is wrong with one field of an input: its path, as the form or the API names it, and a sentence. */
export type FieldFault = { path: string; message: string };

/** An expected refusal. `fields` holds every field that it is about; for one field, give the path, and the message is the refusal's own. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly fields: readonly FieldFault[];
  constructor(
    readonly code: ErrorCode,
    message: string,
    at: string | readonly FieldFault[] = [],
  ) {
    super(message);
    this.fields = typeof at === "string" ? [{ path: at, message }] : at;
  }
}

/** PostgreSQL's and the driver's codes for "not now": shutdown, crash recovery, cancelled, too slow, locked, too many, full, read-only, unreachable. */
const notNow =
  /^(08...|53...|57P0.|57014|55P03|25006|25P0[23]|40001|40P01|CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;

/** The keys of what is saved with a skill: one that was merged into another meanwhile is gone, and its name leads to that one. */
const skillKey = /_skill_id_skills_id_fk$/;

/**
 * What `error` means to the one who asked: a refusal as it is, "try again" for a database that cannot answer or a skill that was merged at this
 * moment, null for a fault of ours.
 */
export function asRefusal(error: unknown): DomainError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (isDomainError(cause)) return cause;
    if (notNow.test(codeOf(cause)))
      return new DomainError("unavailable", "The service is busy. Nothing was lost. Try again in a moment.");
  }
  if (skillKey.test(brokenConstraint(error) ?? ""))
    return new DomainError("conflict", "A skill was merged into another one meanwhile. Save again.");
  return null;
}

/** The name of the constraint that `error` broke, or null. Uniqueness is decided by the database and translated, not looked up first. */
export function brokenConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codeOf(cause).startsWith("23") && "constraint_name" in cause) return String(cause.constraint_name);
  }
  return null;
}

/** Whether `error`, or what caused it, has this code of PostgreSQL's or of the system's. */
export function hasCode(error: unknown, code: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codeOf(cause) === code) return true;
  }
  return false;
}

/** What `error` says, whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** By its name: the bundler copies this module, and each copy has a class of its own. */
const isDomainError = (error: Error): error is DomainError => error.name === "DomainError";

const codeOf = (error: Error) => ("code" in error ? String(error.code) : "");
