import { readable } from "@/lib/reading/text";

const tag = /<\/?(?:p|div|br|ul|ol|li|h[1-6]|span|strong|em|b|i|a|table|td)\b[^<>]{0,500}>/i;
const escapedTag = /&lt;\/?(?:p|div|br|ul|ol|li|h[1-6]|span|strong)\b/i;

/**
 * A description as Markdown: HTML (escaped or not) becomes lines, headings and lists, without tags, scripts or addresses; text and
 * Markdown stay as they are.
 */
export function asMarkdown(source: string): string {
  const isHtml = tag.test(source) || escapedTag.test(source);
  const text = isHtml ? readable(source).text.replace(/^# /gm, "### ") : source;
  return text
    .split("\n")
    .map((line) => (isHtml ? line.replace(/[ \t]{2,}/g, " ").trim() : line.trimEnd()))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^(- .*)\n\n(?=- )/gm, "$1\n")
    .trim();
}

/** One line of text without markup, and without angle brackets around all of it. */
export const asLine = (source: string): string =>
  readable(source)
    .text.replace(/\s+/g, " ")
    .trim()
    .replace(/^<(.*)>$/, "$1")
    .trim();
