import { spanWalk } from "./spans";

/** A word of a text, lower case, with its place. "C#", "C++" and ".NET" are words. Where the script changes, a word ends: "熟悉Java和". */
export type Word = { word: string; start: number; end: number };

const pattern =
  /(?<![\p{L}\p{N})\]])\.(?=net\b)net|[\p{sc=Latin}\p{sc=Grek}\p{sc=Cyrl}\p{N}]+(?:\+\+(?!\p{sc=Latin})|#)?|[^\P{L}\p{sc=Latin}\p{sc=Grek}\p{sc=Cyrl}]+/giu;

/** The words of a text in their order, those within addresses (web, e-mail) left out. */
export function wordsOf(text: string): Word[] {
  const addressAt = spanWalk(addressesIn(text));
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (addressAt(index)) continue;
    words.push({ word: found.toLowerCase(), start: index, end: index + found.length });
  }
  return words;
}

/**
 * What stands between two words of one name, as names are compared: a space for blanks or one of ". - _", "/" with or without
 * blanks, nothing for nothing, and otherwise the signs themselves. Null where no name goes on: after a paragraph, a list sign,
 * or a full stop and a blank.
 */
export function joint(text: string, end: number, start: number): string | null {
  if (start - end > 8) return null;
  const gap = text.slice(end, start);
  if (gap === "") return "";
  if (/^(?:[._-]+|[^\S\n]*\n?[^\S\n]*)$/.test(gap)) return " ";
  const signs = gap.trim();
  if (signs === "/") return "/";
  if (signs === "&" || signs === "+" || signs === "'" || signs === "’" || signs === "-") return signs;
  return null;
}

/** Spans of what runs from "://" or "www." to the next blank or closing sign, and of runs with an "@" in them. */
function addressesIn(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    const at = run.indexOf("@");
    const isMail = at > 0 && run.indexOf(".", at) > 0;
    const scheme = /(?:https?:\/\/|\bwww\.)/i.exec(run);
    if (isMail) spans.push({ start: index, end: index + run.length });
    else if (scheme) {
      const close = run.slice(scheme.index).search(/[)\]>"'|,;]/);
      spans.push({
        start: index + scheme.index,
        end: index + (close === -1 ? run.length : scheme.index + close),
      });
    }
  }
  return spans;
}
