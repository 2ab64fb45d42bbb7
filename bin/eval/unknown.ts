import { namesAt } from "@/lib/reading/names";
import { readable } from "@/lib/reading/text";
import { wordsOf } from "@/lib/reading/words";
import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { isTechnology } from "./labels";

/** So many known technologies make a list of technologies. */
const fewestKnown = 2;
const mostWords = 3;
const listSigns = /[,;/|()[\]•·]|\s[-–—+&]\s|\s(?:and|or|and\/or|with|plus)\s|:\s|\.\s/iu;
/** "Back end: …" */
const heading = /^[^:,|/]{1,40}:\s/u;
const address = /\S*(?:https?:\/\/|www\.|@)\S*/giu;
/** Words around a name that say nothing of which technology it is. */
const around =
  /^(?:e\.?g\.?|i\.?e\.?|and|or|etc|the|our|using|including|like|such as|mainly|mostly|some|modern)\s+|\s+(?:etc|experience|preferred|required|stack|backend|frontend|services?|apis?)$/giu;

type Item = { name: string; isKnown: boolean };

/**
 * What stands beside known technologies in the lists of a text and has no name in the taxonomy: perhaps a technology that should be
 * there. Each once.
 */
export function unknownIn(text: string): string[] {
  const found = readable(text).text.split("\n").flatMap(unknownInLine);
  return [...new Map(found.map((name) => [name.toLowerCase(), name])).values()];
}

function unknownInLine(line: string): string[] {
  const items = line.replace(heading, "").replace(address, " ").split(listSigns).map(itemOf);
  const known = new Set(items.filter(({ isKnown }) => isKnown).map(({ name }) => name.toLowerCase()));
  if (known.size < fewestKnown) return [];
  return items
    .filter(
      ({ name, isKnown }, at) =>
        !isKnown &&
        isName(name) &&
        (items[at - 1]?.isKnown || items[at + 1]?.isKnown) &&
        !resolveSkill(name) &&
        !holdsName(name),
    )
    .map(({ name }) => name);
}

function itemOf(part: string): Item {
  const name = part
    .replace(/^[\s*"'“”‘’-]+|[\s*"'“”‘’.:!-]+$/gu, "")
    .replace(around, "")
    .trim();
  const slug = resolveSkill(name) ?? resolveSkill(name.replace(/\s?v?\d[\d.x+]*$/u, ""));
  return { name, isKnown: slug !== null && isTechnology(slug) };
}

/** A short name with a capital letter or a digit, as technologies have. */
const isName = (name: string) =>
  name.length >= 2 && name.split(/\s+/).length <= mostWords && /[\p{Lu}\d]/u.test(name);

/** "Strong Kotlin" holds a name that is known already. */
function holdsName(phrase: string): boolean {
  const words = wordsOf(phrase);
  return words.some((_, at) => namesAt(phrase, words, at).length > 0);
}

/**
 * The unknown neighbours of known technologies in many texts, by the number of texts that have them, the most frequent first. A word that
 * the texts write small more often is an everyday word ("Experience"), and is left out.
 */
export function countUnknown(texts: readonly string[]): { name: string; texts: number }[] {
  const counts = new Map<string, { name: string; texts: number }>();
  for (const text of texts) {
    for (const name of unknownIn(text)) {
      const one = counts.get(name.toLowerCase()) ?? { name, texts: 0 };
      one.texts++;
      counts.set(name.toLowerCase(), one);
    }
  }
  const small = smallWords(texts);
  return [...counts.values()]
    .filter(({ name, texts: count }) =>
      name.split(/\s+/).some((word) => (small.get(word.toLowerCase()) ?? 0) <= count),
    )
    .sort((a, b) => b.texts - a.texts || a.name.localeCompare(b.name));
}

/** In how many texts a word stands in small letters. */
function smallWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}-]*(?![\p{L}\p{N}])/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
