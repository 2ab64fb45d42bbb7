import { domainToUnicode } from "node:url";
import { elementAt } from "@/lib/present";
import { domainOf } from "@/lib/web-address";
import type { IdentityPart } from "./lists";

/**
 * The form of a company's name by which companies are told apart: in any script, case and blanks aside, and characters that nobody sees.
 * Everything else counts, so that "C++ Corp" and "C Corp" are two. It is compared and never shown.
 */
export function nameKeyOf(name: string): string {
  return name
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/\s+/g, " ")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFC");
}

/** What the database holds of a company's name and website to know it, and those that look like it, by. */
export function identityOf({ name, website }: { name: string; website?: string | null }) {
  const domain = website ? domainOf(website) : null;
  return {
    nameKey: nameKeyOf(name),
    skeletons: [...new Set([skeletonOf(name), ...(domain ? domainSkeletons(domain) : [])])],
  };
}

/** What the badge of a verified company belongs to, and which of it a change would touch. Case, blanks, "www." and paths do not count. */
export function changeOfIdentity(before: Named, after: Named): IdentityPart | null {
  const isRenamed = nameKeyOf(before.name) !== nameKeyOf(after.name);
  const hasMoved = domainOf(before.website ?? "") !== domainOf(after.website ?? "");
  if (isRenamed) return hasMoved ? "name and website" : "name";
  return hasMoved ? "website" : null;
}
type Named = { name: string; website: string | null };

/**
 * What a reader takes a name for at a glance: two names with the same skeleton look alike. Letters of other scripts count as the Latin
 * letters that they look like, and digits within words too. Accents, blanks, punctuation, doubled letters, legal forms and words such as
 * "careers" do not count. A reason to look twice at a company, and nothing more: honest companies may share one.
 */
export function skeletonOf(name: string): string {
  const plain = name
    .replace(/[™℠]/g, "")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "");
  const words = [...plain]
    .map((one) => alike.get(one) ?? one)
    .join("")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/株式会社|有限会社|合同会社|有限公司|주식회사/g, " ")
    .replace(/(?<=[\p{L}\p{N}])\.(?:com|net|org|io|ai|co|dev|app|tech|cloud)(?![\p{L}\p{N}])/gu, " ")
    .replace(/(?<![\p{L}\p{N}])(\p{L})[./](?=\p{L}(?!\p{L}))/gu, "$1")
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);
  const skeleton = withoutFillers(words)
    .map((word) => (/\p{L}/u.test(word) ? word.replace(/[015]/g, (digit) => digits[digit] ?? digit) : word))
    .join("")
    .replace(/(?<=.{4})(?:careers?|jobs?|hiring|recruit(?:ing|ment)?)$/u, "")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/i/g, "l")
    .replace(/(\p{L})\1+/gu, "$1");
  return skeleton || nameKeyOf(name);
}

const digits: Record<string, string> = { "0": "o", "1": "l", "5": "s" };

/**
 * The skeletons in a domain: of the part that was registered, and of those before it, where an impostor writes another's name. None of
 * the endings that anybody's domain may have, nor of sites where anybody may have a page.
 */
function domainSkeletons(domain: string): string[] {
  const parts = domainToUnicode(domain).split(".");
  const ends = parts.length > 2 && secondLevel.has(elementAt(parts, -2)) ? 2 : 1;
  const own = elementAt(parts, -1 - ends);
  const before = parts
    .slice(0, -1 - ends)
    .filter((part) => part.length > 4 && !fillers.has(part) && !usualParts.has(part));
  return [...(sharedSites.has(own) ? [] : [own]), ...before].map(skeletonOf);
}

/** What registries give out names under: `co.uk`, `com.br`. */
const secondLevel = new Set("co com org net ac gov edu ltd or ne go gob gouv".split(" "));
const usualParts = new Set("about boards corporate job-boards pages sites".split(" "));
/** Where anybody may have a page. */
const sharedSites = new Set(
  "ashbyhq facebook github gitlab google greenhouse lever linkedin medium notion smartrecruiters wixsite wordpress workable ycombinator".split(
    " ",
  ),
);

function withoutFillers(words: readonly string[]): readonly string[] {
  let [from, to] = [0, words.length];
  while (to - from > 1 && fillers.has(elementAt(words, to - 1))) to--;
  while (to - from > 1 && openers.has(elementAt(words, from))) from++;
  return words.slice(from, to);
}

/** Words for looking for people, which an impostor puts beside a name. */
const recruiting =
  "official jobs job careers career hiring recruiting recruitment recruiter talent hr apply".split(" ");
/** Not part of a name at its end: legal forms, and words that companies add at will. */
const fillers = new Set([
  ...recruiting,
  ..."inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ohg ug ev eg se sa sas sarl srl spa sl lda ltda bv nv ab as asa aps oy oyj kft zrt sro zoo doo ood pty pte pvt bhd kk".split(
    " ",
  ),
  ..."and group holding holdings international global worldwide online team".split(" "),
]);
/** Nor at its beginning; the legal forms are those of Russia, Ukraine and Indonesia, as `alike` writes them. */
const openers = new Set([...recruiting, ..."the at join ooo зao nao oao ao tob pt".split(" ")]);

/** Characters by the Latin letter that they look like, capitals by what the capital looks like. */
const alike = new Map(
  Object.entries({
    a: "аАαΑɑ@",
    b: "ВвΒЬь",
    c: "сСϲ",
    d: "ԁđĐ",
    e: "еЕεΕєЄ€",
    g: "ɡԍ",
    h: "НнΗһҺհ",
    i: "іІιΙıӏӀ",
    j: "јЈϳ",
    k: "кКκΚ",
    l: "łŁ",
    m: "мМΜ",
    n: "ηΝпПո",
    o: "оОοΟσøØօ",
    p: "рРρΡ",
    r: "г",
    s: "ѕЅ$",
    t: "тТτΤ",
    u: "υսц",
    v: "νѵ",
    w: "ωԝшШ",
    x: "хХχΧ",
    y: "уУγΥү",
    z: "ζΖ",
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);
