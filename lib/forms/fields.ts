import { z } from "zod";

const tooLong = (max: number) => `At most ${max.toLocaleString("en")} characters.`;

/** One line of text of at most `max` characters, `missing` said where there is none: breaks, which a browser's field never sends, become blanks. */
export const line = (max: number, missing?: string) =>
  z
    .string(missing && { error: missing })
    .overwrite((text) => text.replace(/\s*\n\s*/g, " "))
    .trim()
    .max(max, tooLong(max));

/** Text of several lines of at most `max` characters, `missing` said where there is none. */
export const paragraphs = (max: number, missing?: string) =>
  z
    .string(missing && { error: missing })
    .trim()
    .max(max, tooLong(max));
