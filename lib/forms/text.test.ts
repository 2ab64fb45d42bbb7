import { describe, expect, it } from "vitest";
import { cleanText, salvageText } from "./text";

describe("cleanText", () => {
  it.each([
    ["plain", "plain"],
    ["e\u0301", "\u00e9"],
    ["a\r\nb\rc", "a\nb\nc"],
    ["tab\there", "tab\there"],
    ["\u200b\u2060 \u00a0", ""],
    ["", ""],
    ["a\u0085b\u2028c\u2029d", "a\nb\nc\nd"],
    ["\u202Egnp.exe", "gnp.exe"],
    ["\u202Aa\u202Bb\u202Cc\u202Dd", "abcd"],
    ["\u2066a\u2067b\u2068c\u2069d", "abcd"],
    ["\uFFFEa\uFFFF\u0093b", "ab"],
    ["\u202E", ""],
    ["\u200fשלום", "\u200fשלום"],
  ])("keeps %j as %j", (given, kept) => expect(cleanText(given)).toBe(kept));

  it.each(["a\u0000b", "\ud800", "\u0007"])("refuses %j", (given) => expect(cleanText(given)).toBeNull());
});

describe("salvageText", () => {
  it.each([
    ["a\u0000b\u0007c\ud800d", "abc\ufffdd"],
    ["\u202Ea\r\nb", "a\nb"],
    ["\u0000", ""],
  ])("keeps %j as %j", (given, kept) => expect(salvageText(given)).toBe(kept));
});
