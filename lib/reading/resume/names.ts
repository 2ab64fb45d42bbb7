import { elementAt } from "@/lib/present";
import { locate } from "../locations";
import { isRole } from "../title";
import type { Part } from "./lines";

/** Roles outside of software, and above it, that people have had. */
const otherRole =
  /\b(?:co-?founder|founder|ceo|coo|cio|cfo|chief|president|vp|officer|owner|partner|freelancer?|self[- ]employed|contractor|teacher|tutor|instructor|lecturer|professor|assistant|associate|coordinator|supervisor|cashier|barista|waiter|waitress|nurse|writer|editor|recruiter|representative|agent|operator|trainee|apprentice|fellow|postdoc(?:toral)?|volunteer|contributor|maintainer|mentor|organi[sz]er|speaker|clerk|accountant|support|student|strategist|advocate|advisor|adviser|executive|producer|driver|chef|cook|seller|salesperson|marketer|librarian|mechanic|electrician|scrum master|product|graduate|member of technical staff|mts|webmaster|team ?lead(?:er)?)\b/iu;
/** What developers are called in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish and Norwegian. */
const foreignRole =
  /(?<!\p{L})(?:\p{L}{0,20}entwickler(?:in)?|\p{L}{0,20}ingenieur(?:in)?|\p{L}{0,20}architekt(?:in)?|programmierer(?:in)?|\p{L}{0,12}berater(?:in)?|teamleiter(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|développeu(?:r|se)|ingénieure?|concepteur|stagiaire|alternante?|desarrollador[ae]?|ingenier[oa]|programador[ae]?|becari[oa]|desenvolvedor[ae]?|engenheir[oa]|estagiári[oa]|sviluppat(?:ore|rice)|ingegnere|programmatore|tirocinante|\p{L}{0,12}ontwikkelaar|stagiair|programist(?:a|ka)|inżynier|stażyst(?:a|ka)|\p{L}{0,12}utvecklare|\p{L}{0,12}ingenjör|praktikant|\p{L}{0,12}udvikler|\p{L}{0,12}utvikler|\p{L}{0,12}ingeniør)(?!\p{L})/iu;
const roleLast =
  /\b(?:engineer|developer|dev|programmer|architect|scientist|administrator|analyst|designer|manager|lead|swe|sre|intern|internship|consultant|specialist|director|researcher|technician|cto|ceo|founder|president|teacher|tutor|instructor|professor|assistant|associate|coordinator|officer|fellow|trainee|apprentice|contributor|maintainer|staff|student|owner)\s*(?:I{1,3}|IV|V|\d)?$/iu;
/** What the names of companies and schools end in. */
const company =
  /\b(?:inc|llc|ltd|limited|gmbh|kg|ohg|e\.?v|se|sas|sarl|s\.?l|ltda|s\.?p\.?a|sp\. ?z ?o\.? ?o|a\/s|aps|corp(?:oration)?|ag|plc|pty|b\.?v|s\.?a|s\.?r\.?l|oy|ab|university|universit\p{L}+|college|institute|school|bank|labs?|technologies|systems|group|solutions|software|studios?|company|agency|holdings?|ventures|foundation|ministry|department|hospital|networks|robotics|health|services|media|interactive|international|industries|research)\b\.?$/iu;

/** How much a part looks like a title; below 0 like a company. */
export const titleness = ({ text }: Part) =>
  (roleLast.test(text) ? 2 : 0) +
  (isRole(text) || otherRole.test(text) || foreignRole.test(text) ? 1 : 0) -
  (company.test(text) ? 2 : 0);

/** The parts between commas; what only says the form of a company stays with it. */
export function atomsOf(part: Part): Part[] {
  const atoms: Part[] = [];
  let from = 0;
  for (const { 0: comma, index } of part.text.matchAll(
    /,\s+(?!(?:inc|llc|ltd|gmbh|corp|jr|sr|l\.p)\b)|$/giu,
  )) {
    atoms.push(stretchOf(part, from, index));
    from = index + comma.length;
  }
  return atoms.filter(({ text }) => text !== "");
}

/** Whether a text is nothing but a place, or says that there is none. */
export function isPlace(text: string): boolean {
  // Two letters alone may be a country, and are a degree as often.
  if (text.length > 70 || /\d|^[A-Z]{2}$/.test(text)) return false;
  if (/^\(?(?:fully )?(?:remote|hybrid|on-?site|worldwide|various locations)\b/iu.test(text)) return true;
  if (otherRole.test(text) || foreignRole.test(text) || isRole(text) || company.test(text)) return false;
  const atoms = text.split(/,\s*/);
  const last = atoms.at(-1) ?? "";
  if (atoms.some((atom) => company.test(atom))) return false;
  if (atoms.length > 4) return false;
  if (atoms.length === 1) return text.split(/\s+/).length <= 4 && locate(text).places.length > 0;
  const isRegion = /^[A-Z]{2}$/.test(last) || locate(last).places.some(({ city }) => city === null);
  return (isRegion || isState(last)) && locate(text).places.length > 0;
}

const isState = (name: string) =>
  locate(`Springfield, ${name}`).places.length > 0 && locate(name).places.length === 0;

/** The atoms of a part without those at its end that say where it was: known places, or one that we do not know in a state. */
export function withoutPlaces(atoms: readonly Part[]): Part[] {
  for (let at = 1; at < atoms.length; at++) {
    const tail = atoms.slice(at).map(({ text }) => text);
    const isKnown = tail.every((name) => isState(name) || locate(name).places.length > 0);
    const isInState = tail.length === 2 && /^[A-Z]{2}$/.test(elementAt(tail, 1));
    if ((isKnown || isInState) && isPlace(tail.length === 1 ? `${tail}` : tail.join(", ")))
      return atoms.slice(0, at);
  }
  return [...atoms];
}

/** "Acme, Berlin" is Acme. */
export function withoutPlace(part: Part): Part {
  const atoms = withoutPlaces(atomsOf(part));
  return stretchOf(part, 0, (atoms.at(-1)?.end ?? part.end) - part.start);
}

/** A stretch of a part, without the signs around it. */
export const stretchOf = (part: Part, from: number, to: number): Part =>
  trimmed(part.text.slice(from, to), part.start + from);

/** Words without the signs around them. */
export function trimmed(text: string, start: number): Part {
  const before = /^[\s,;:|·•–—#*_-]*/u.exec(text)?.[0].length ?? 0;
  const words = text.slice(before).replace(/[\s,;:|·•–—*_-]+$/u, "");
  const open = words.endsWith("(") ? words.slice(0, -1).trimEnd() : words;
  return { text: open, start: start + before, end: start + before + open.length };
}

/** Whether a part names a company or a school by the way it ends. */
export const isCompany = (text: string) => company.test(text);
