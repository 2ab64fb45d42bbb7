import { createHash } from "node:crypto";
import anyAscii from "any-ascii";

/** What a slug looks like. The tables hold the same shape. */
export const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const longest = 60;

/**
 * A text of any script as part of an address: lower-case Latin letters, digits and single hyphens, at most 60 characters. It is never
 * empty: where nothing of the text can be written so, it is a short hash of it. Two texts may have the same slug, so a slug is an
 * address and never an identity.
 */
export function slugOf(text: string): string {
  const latin = isAscii.test(text) ? text : anyAscii(text.replace(pictures, " ").normalize("NFKC"));
  const words = latin
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/(?<=[a-z0-9])#/g, " sharp ")
    .replace(/(?<=[a-z])\+\+/g, "pp ")
    .replace(/\+/g, " plus ")
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longest)
    .replace(/-$/, "");
  return words || createHash("sha256").update(text).digest("hex").slice(0, 8);
}

const isAscii = /^\p{ASCII}*$/u;
/** Emoji and flags would be spelled out ("rocket"), which nobody types. */
const pictures = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu;
