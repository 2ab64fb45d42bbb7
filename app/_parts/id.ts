import { notFound } from "next/navigation";

/** The id that an address names. What cannot be one is the address of nothing. */
export function idFrom(text: string): string {
  if (!isId(text)) notFound();
  return text;
}

/** Whether a text from outside is an id, of whatever it may be. */
export const isId = (text: unknown): text is string =>
  typeof text === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
