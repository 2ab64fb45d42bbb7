/**
 * The closed list of what can go wrong on purpose. Each has one meaning for a form (a message beside the field),
 * for the API (a status) and for a page (not found, forbidden).
 */
export const errorStatus = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** An expected refusal. `field` is the path of the input it belongs to, as the form or the API names it. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}
