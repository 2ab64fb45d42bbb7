import { elementAt } from "@/lib/present";
import { countryNamed } from "@/lib/taxonomy/country-names";
import { foldPlace } from "@/lib/taxonomy/place-names";
import { headerOf } from "./header";
import { locate } from "./locations";
import { isRole, partsOf } from "./title";
import { workplaceIn } from "./workplace";

const field = /(?:^|\n)\s*(?:company|employer|organi[sz]ation)\s*:\s*([^\n|]{2,80})/iu;
const words = "[\\p{Lu}\\d][\\p{L}\\p{N}.&'’-]*(?: [\\p{Lu}\\d][\\p{L}\\p{N}.&'’-]*){0,3}?";
const seeks = "(?:[Ii]s|[Aa]re) (?:[Hh]iring|[Ll]ooking for|[Ss]eeking|[Rr]ecruiting)|seeks an?";
/** "Acme is hiring", "acme (YC F24) is hiring", "Acme (YC S23) needs an engineer" */
const sentence = new RegExp(
  `^(?:(${words})(?: \\([^)]{1,60}\\))? (?:${seeks})|(${words}|[\\p{L}\\p{N}.-]+) \\([^)]{1,60}\\) (?:${seeks}|[Nn]eeds an?))\\b`,
  "u",
);
/** "Acme (YC W24): Backend Engineer". Without such a bracket it may be a team or a town. */
const beforeRole = new RegExp(`^(${words}) \\((?:YC\\b|https?:|www\\.)[^)]{0,60}\\): (?=\\p{Lu})`, "u");

/** The company whose posting a readable text is, where its form says so: a field, the first part of its headline, "Acme is hiring". */
export function companyOf(text: string): { name: string; start: number; end: number } | null {
  const stated = field.exec(text.slice(0, 2_000));
  if (stated) {
    const name = clean(elementAt(stated, 1));
    const start = stated.index + stated[0].indexOf(elementAt(stated, 1));
    return name ? { name, start, end: start + elementAt(stated, 1).trimEnd().length } : null;
  }
  const head = headerOf(text).find(({ start, end }) => !isNotice(text.slice(start, end).trim()));
  const hired =
    /^we(?:['’]re| are) hiring (?:at|@) ([\p{Lu}\d][\p{L}\p{N}&'’-]*(?: [\p{Lu}\d][\p{L}\p{N}&'’-]*){0,3})/iu.exec(
      text,
    );
  if (hired) {
    const start = hired[0].length - elementAt(hired, 1).length;
    return { name: elementAt(hired, 1), start, end: hired[0].length };
  }
  const said = sentence
    .exec(text)
    ?.slice(1)
    .find((name) => name !== undefined);
  if (said !== undefined && /^(?:we|they|I|you|who)$/iu.test(said)) return null;
  if (said !== undefined) return { name: said, start: 0, end: said.length };
  const named = beforeRole.exec(text)?.[1];
  const [, title = ""] = /^[^\n]*?: ([^\n|]{3,80})/u.exec(text) ?? [];
  if (named !== undefined && !isRole(named) && isRole(title))
    return { name: named, start: 0, end: named.length };
  if (!head) return null;
  const alone = nameAbove(text, head);
  if (alone) return alone;
  for (const [index, part] of partsOf(text, head).slice(0, 2).entries()) {
    if (isRole(part.text) || isFact(part.text) || isNotice(part.text)) continue;
    // Behind a title stands a place as often.
    if (index > 0 && locate(part.text).places.length > 0) continue;
    const name = clean(part.text);
    const others = partsOf(text, head).filter((other) => other.start !== part.start);
    // Between dashes alone a team or a topic stands as often: "Engineer – Payments", "Analyst – fraud".
    const isSure =
      text.slice(head.start, head.end).includes("|") ||
      (index === 0 &&
        others.some(
          ({ text: other }) => isRole(other) || isFactIn(other) || locate(other).places.length > 0,
        ));
    const isName =
      text[part.end] !== undefined &&
      isSure &&
      name !== null &&
      !/\b(?:hiring|remote|full[- ]time)\b/iu.test(name);
    return isName ? { name, start: part.start, end: part.end } : null;
  }
  return null;
}

/** A short first line over a headline or a list of roles is the company's name. */
function nameAbove(text: string, head: { start: number; end: number }) {
  const line = text.slice(head.start, head.end).trim();
  const [next = ""] = text
    .slice(head.end, head.end + 300)
    .trimStart()
    .split("\n", 1);
  const isName =
    /^[\p{Lu}\d][^|.:!?#]{1,40}$/u.test(line) &&
    line.split(/\s+/).length <= 4 &&
    !isRole(line) &&
    !isFact(line);
  const start = head.start + text.slice(head.start, head.end).indexOf(line);
  return isName && /\||^(?:open )?(?:roles?|positions?)\b/iu.test(next)
    ? { name: line, start, end: start + line.length }
    : null;
}

/** What the writer says of the posting itself. */
const isNotice = (part: string) =>
  /^(?:filled|closed|update[ds]?|edit(?:ed)?|no longer|position filled|thank(?:s| you))\b/iu.test(part);

/** A place, a way of working or a sum stands in a headline beside the company, not for it. "Acme (NYC / SF)" is no place. */
const isFact = (whole: string) => isFactIn(whole.replace(/(?<=\S) ?\([^()]*\)$/u, ""));
const isFactIn = (part: string) =>
  workplaceIn(part) !== null ||
  /[$€£₹¥￥₩]\s?\d|\d\s?k\b|\d [0-9]{3}$/iu.test(part) ||
  countryNamed(foldPlace(part)) !== null ||
  (/[,/]/.test(part) && locate(part).places.length > 0);

/** "Acme (https://acme.example, YC W21)" is Acme. */
function clean(text: string): string | null {
  const name = text
    .replace(/\s*[([].*$/u, "")
    .replace(/,? \(?YC [A-Z]\d{2}\b.*$/u, "")
    .replace(/\s*(?:https?:\/\/|www\.)\S+.*$/iu, "")
    .replace(/[\s,:;–—-]+$/u, "")
    .trim();
  return name.length > 0 && name.length <= 80 && name.split(/\s+/).length <= 7 ? name : null;
}
