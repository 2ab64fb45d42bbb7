import { createHmac } from "node:crypto";
import { z } from "zod";
import { settings } from "@/lib/env";
import { type SearchCriteria, toParams } from "./criteria";

/** Where a page ended: the sorting value and the id of its last posting. */
const Place = z.tuple([z.string().max(24), z.string().max(40), z.uuid()]);
export type Place = { value: string; id: string };

/**
 * A cursor belongs to its criteria, and to this board: it carries their fingerprint under our secret, so that none is made elsewhere. `of`
 * is what else it belongs to: the profile that an order is by.
 */
export function toCursor(criteria: SearchCriteria, { value, id }: Place, of = ""): string {
  return Buffer.from(JSON.stringify([fingerprint(criteria, value, id, of), value, id])).toString("base64url");
}

/** The place that a cursor stands for; null when it is not one that we made for these criteria, and for this `of`. */
export function readCursor(criteria: SearchCriteria, cursor: string, of = ""): Place | null {
  try {
    const parsed = Place.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (!parsed.success) return null;
    const [print, value, id] = parsed.data;
    return print === fingerprint(criteria, value, id, of) ? { value, id } : null;
  } catch {
    return null;
  }
}

const fingerprint = (criteria: SearchCriteria, value: string, id: string, of: string) =>
  createHmac("sha256", settings().AUTH_SECRET ?? "")
    .update([`${toParams(criteria)}\n${value}\n${id}`, of].filter(Boolean).join("\n"))
    .digest("base64url")
    .slice(0, 22);
