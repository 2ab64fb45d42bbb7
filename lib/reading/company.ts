import { headerOf } from "./header";
import { locate } from "./locations";
import { isRole, partsOf } from "./title";

const field = /(?:^|\n)\s*(?:company|employer|organi[sz]ation)\s*:\s*([^\n|]{2,80})/iu;
const sentence =
  /^([\p{Lu}\d][\p{L}\p{N}.&'’-]*(?: [\p{Lu}\d][\p{L}\p{N}.&'’-]*){0,3})(?: \([^)]{1,60}\))? (?:is|are) (?:hiring|looking for|seeking|recruiting)\b/u;

/** The company whose posting a readable text is, where its form says so: a field, the first part of its headline, "Acme is hiring". */
export function companyOf(text: string): { name: string; start: number; end: number } | null {
  const stated = field.exec(text.slice(0, 2_000));
  if (stated) {
    const name = clean(stated[1] as string);
    const start = stated.index + stated[0].indexOf(stated[1] as string);
    return name ? { name, start, end: start + (stated[1] as string).trimEnd().length } : null;
  }
  const [head] = headerOf(text);
  const said = sentence.exec(text);
  if (said) return { name: said[1] as string, start: 0, end: (said[1] as string).length };
  if (!head) return null;
  for (const part of partsOf(text, head).slice(0, 2)) {
    const isPlace = locate(part.text).places.length > 0 && /,/.test(part.text);
    if (isPlace || isRole(part.text)) continue;
    const name = clean(part.text);
    const isName =
      text[part.end] !== undefined &&
      partsOf(text, head).length > 1 &&
      name !== null &&
      !/\b(?:hiring|remote|full[- ]time)\b/iu.test(name);
    return isName ? { name, start: part.start, end: part.end } : null;
  }
  return null;
}

/** "Acme (https://acme.example, YC W21)" is Acme. */
function clean(text: string): string | null {
  const name = text
    .replace(/\s*[([].*$/u, "")
    .replace(/\s*(?:https?:\/\/|www\.)\S+.*$/iu, "")
    .replace(/[\s,:;–—-]+$/u, "")
    .trim();
  return name.length > 0 && name.length <= 80 && name.split(/\s+/).length <= 7 ? name : null;
}
