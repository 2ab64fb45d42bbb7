import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { type Part, type ResumeLine, withoutBullet } from "./lines";

/** A skill that a list of skills names. `slug` is null for one that we do not know. */
export type NamedSkill = Part & { slug: string | null };

/** Characters: a longer item is prose. */
const longestItem = 60;
const level =
  /\s*[–—:-]\s*(?:basic|beginner|intermediate|advanced|expert|proficient|familiar|fluent|native|\d+\+?\s*(?:years?|yrs?)).*$|\s*\((?:[^()]{0,40})\)\s*$/iu;

/** Each item of the lists in a part on skills, in its order. A label before a list ("Languages:") is none. */
export function namedSkills(lines: readonly ResumeLine[]): NamedSkill[] {
  return lines.flatMap((line) => line.cells.flatMap((cell) => itemsOf(cell))).flatMap(named);
}

function itemsOf(cell: Part): Part[] {
  const words = withoutBullet(cell.text);
  const label = /^[\p{L}\p{N}&/ .,+*-]{2,50}?:\**\s*/u.exec(words)?.[0] ?? "";
  const offset = cell.start + cell.text.length - words.length + label.length;
  const list = words.slice(label.length);
  const items: Part[] = [];
  let from = 0;
  for (const { 0: sign, index } of list.matchAll(
    /\s*[,;|•·،؛、](?![^()]{0,60}\))\s*|\s+\/\s+|\s+(?:and|&)\s+(?=[^,]*$)|$/gu,
  )) {
    const text = list.slice(from, index).replace(/^(?:and|or)\s+/u, "");
    const start = offset + from + (list.slice(from, index).length - text.length);
    const clean = text.replace(/[\s.*]+$/u, "").replace(/^[\s*]+/u, "");
    if (clean !== "" && clean.length <= longestItem) {
      const at = start + text.indexOf(clean);
      items.push({ text: clean, start: at, end: at + clean.length });
    }
    from = index + sign.length;
  }
  return items;
}

/** "AWS (EC2, S3)" names three; "Go (Programming Language)" one. */
function named(item: Part): NamedSkill[] {
  const bare = item.text.replace(level, "");
  const inside = /\(([^()]{1,60})\)\s*$/u.exec(item.text);
  const slug = resolveSkill(item.text) ?? resolveSkill(bare);
  const found: NamedSkill[] = [{ text: bare, start: item.start, end: item.start + bare.length, slug }];
  for (const part of inside?.[1]?.split(/,\s*/) ?? []) {
    const other = resolveSkill(part.trim());
    const start = item.start + item.text.indexOf(part, inside?.index);
    if (other && other !== slug) found.push({ text: part, start, end: start + part.length, slug: other });
  }
  return found;
}
