import type { Context } from "hono";
import type { z } from "zod";
import { DomainError } from "@/lib/errors";
import { invalidBody } from "./errors";
import { limitText } from "./limit";

/** Far deeper than anything the API takes, and than anybody writes. */
const deepest = 64;

/**
 * The body of a request as `schema` reads it. Its length is counted against the caller's budget before it is parsed. Throws
 * `rate_limited`, `bad_request` where it is no JSON, and `invalid` with the fields that make no sense.
 */
export async function readBody<S extends z.ZodType>(
  c: Context,
  schema: S,
  { like }: { like: string },
): Promise<z.output<S>> {
  const text = await c.req.text();
  await limitText(c, text.length);
  const body = parsed(text, like);
  if (isDeeperThan(deepest, body))
    throw new DomainError("invalid", `The body is nested more than ${deepest} levels deep.`);
  const read = schema.safeParse(body);
  if (!read.success) throw invalidBody(read.error.issues);
  return read.data;
}

function parsed(text: string, like: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("bad_request", `The body must be JSON like ${like}.`);
  }
}

/** Level by level, since a recursion would overflow where this must not. */
function isDeeperThan(levels: number, value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((one) => (one && typeof one === "object" ? Object.values(one) : []));
  }
  return false;
}
