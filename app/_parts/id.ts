import { notFound } from "next/navigation";
import { z } from "zod";

/** The id that an address names. What cannot be one is the address of nothing. */
export function idFrom(text: string): string {
  if (!isId(text)) notFound();
  return text;
}

/** Whether a text from outside is an id, of whatever it may be. */
export const isId = (text: unknown): text is string => z.uuid().safeParse(text).success;

/** The number behind which a page of a list begins, as its address has it; undefined for anything else. */
export const cursorFrom = (given: string | string[] | undefined): number | undefined =>
  typeof given === "string" && /^\d{1,15}$/.test(given) ? Number(given) : undefined;
