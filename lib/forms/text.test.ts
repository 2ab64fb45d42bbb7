import { describe, expect, it } from "vitest";
import { cleanText } from "./text";

describe("cleanText", () => {
  it.each([
    ["plain", "plain"],
    ["e\u0301", "\u00e9"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["tab\there", "tab\there"],
    ["\u200b\u2060 \u00a0", ""],
    ["", ""],
  ])("keeps %j as %j", (given, kept) => expect(cleanText(given)).toBe(kept));

  it.each(["a\u0000b", "\ud800", "\u0007"])("refuses %j", (given) => expect(cleanText(given)).toBeNull());
});
