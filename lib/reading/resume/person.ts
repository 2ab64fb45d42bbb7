import { webAddress } from "@/lib/web-address";
import { isRole } from "../title";
import { periodIn } from "./dates";
import { headingOf } from "./headings";
import type { Part, ResumeLine } from "./lines";
import { isPlace } from "./names";

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}(?![\p{L}\d@])/iu;
const endings =
  "com|org|net|io|dev|ai|co|app|me|tech|xyz|site|page|blog|info|eu|de|fr|uk|us|ca|nl|se|no|dk|fi|es|it|pt|pl|cz|at|ch|be|ie|in|jp|br|au|nz|sh|gg|cloud|codes|engineer|software|example";
const address = new RegExp(
  `(?<![\\p{L}\\p{N}@.])(?:https?:\\/\\/[^\\s|•·<>()]{4,200}|(?:[a-z\\d-]{1,63}\\.){1,4}(?:${endings})(?![\\p{L}\\d@-])(?:\\/[^\\s|•·<>()]{0,200})?)`,
  "giu",
);
const sites: [RegExp, string][] = [
  [/(?:^|\.)github\.com$/, "GitHub"],
  [/(?:^|\.)gitlab\.com$/, "GitLab"],
  [/(?:^|\.)linkedin\.com$/, "LinkedIn"],
  [/(?:^|\.)stackoverflow\.com$/, "Stack Overflow"],
  [/(?:^|\.)(?:twitter|x)\.com$/, "X"],
  [/(?:^|\.)bitbucket\.org$/, "Bitbucket"],
  [/(?:^|\.)medium\.com$/, "Medium"],
];

export type Link = { name: string; url: string; start: number; end: number };

/** What the head of a résumé and its part on contact say of the person. A telephone number is not read: nobody here would call. */
export function personOf(head: readonly ResumeLine[], contact: readonly ResumeLine[]) {
  const name = nameOf(head);
  return {
    name,
    headline: headlineOf(head, name),
    email: emailOf([...head, ...contact]),
    links: linksOf([...head, ...contact]),
  };
}

/** The line in the largest letters, or else the first, if it can be a name. */
function nameOf(head: readonly ResumeLine[]): Part | null {
  const first = head.slice(0, 8);
  const largest = Math.max(0, ...first.map(({ size }) => size));
  for (const line of first.filter(({ size }) => size === largest)) {
    const [cell] = line.cells;
    if (cell && isName(cell.text)) return trimmedName(cell);
    if (largest === 0 && line !== first[0]) break;
  }
  return null;
}

const isName = (text: string) =>
  /^(?:#\s*)?\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|der|den|del|la|le|bin|al|el|y|e)){1,5}(?:,? (?:Ph\.?D\.?|M\.?Sc\.?|MBA|PMP|M\.?S\.?))*$/u.test(
    text.trim(),
  ) &&
  !isRole(text) &&
  !isPlace(text) &&
  headingOf(text) === null &&
  !/\b(?:resume|résumé|curriculum|vitae|cv)\b/iu.test(text);

function trimmedName({ text, start }: Part): Part {
  const name = text.replace(/^#\s*/, "").replace(/(?:,? (?:Ph\.?D\.?|M\.?Sc\.?|MBA|PMP|M\.?S\.?))+$/u, "");
  const from = start + text.indexOf(name);
  return { text: name, start: from, end: from + name.length };
}

/** A line or cell below the name that says what they are. */
function headlineOf(head: readonly ResumeLine[], name: Part | null): Part | null {
  const below = head.filter(({ start }) => !name || start >= name.start).slice(0, 5);
  for (const line of below) {
    const whole =
      line.cells.length === 1 ? line.cells : line.cells.filter((cell) => cell.start !== name?.start);
    for (const cell of whole) {
      const { text } = cell;
      const isContact =
        email.test(text) || new RegExp(address.source, "iu").test(text) || /\+?\d[\d\s()-]{6,}/.test(text);
      if (cell.start === name?.start || isContact || text.length > 160 || /\.\s/.test(text)) continue;
      // A line with dates is a job.
      if (line.cells.some((part) => periodIn(part.text))) continue;
      if (isRole(text)) return cell;
    }
  }
  return null;
}

function emailOf(lines: readonly ResumeLine[]): Part | null {
  for (const { text, start } of lines) {
    const found = email.exec(text);
    if (found)
      return { text: found[0], start: start + found.index, end: start + found.index + found[0].length };
  }
  return null;
}

/** Words without the addresses in them. */
export const withoutLinks = (text: string) =>
  text
    .replace(address, "")
    .replace(/[\s:–—|(-]+$/u, "")
    .trim();

/** The addresses in lines, or in parts of them, each once, in their order. */
export function linksOf(lines: readonly Part[]): Link[] {
  const links = new Map<string, Link>();
  for (const line of lines)
    for (const { 0: found, index } of line.text.matchAll(address)) {
      const url = urlOf(found);
      const start = line.start + index;
      if (url && !links.has(url.href))
        links.set(url.href, { name: nameOfSite(url), url: url.href, start, end: start + found.length });
    }
  return [...links.values()];
}

function urlOf(found: string): URL | null {
  const text = found.replace(/[.,;:]+$/, "");
  const address = webAddress(/^https?:/i.test(text) ? text : `https://${text}`);
  return address === null ? null : new URL(address);
}

/** "GitHub" for an address there, else its host. */
export function nameOfSite({ hostname }: URL): string {
  const host = hostname.replace(/^www\./, "");
  return sites.find(([site]) => site.test(host))?.[1] ?? host;
}
