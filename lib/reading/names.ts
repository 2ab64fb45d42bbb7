import { elementAt } from "@/lib/present";
import { type Catalogue, catalogue } from "@/lib/taxonomy/catalogue";
import type { Reading, SkillEntry } from "@/lib/taxonomy/input";
import { normalizeTerm } from "@/lib/taxonomy/rules";
import { joint, type Word, wordsOf } from "./words";

/** A name of a skill, with how it may be recognised. `spelling` is the one it must have, if any. */
export type Name = { skill: SkillEntry; reading: Reading | "any"; spelling: string };

type Node = { next: Map<string, Node>; name?: Name };

/** All names of all skills, word by word, and the catalogue that they are of. */
let names: { root: Node; of: Catalogue } | undefined;

function rootOf(of: Catalogue): Node {
  if (names?.of !== of) {
    const root: Node = { next: new Map() };
    for (const skill of of.entries) {
      const hints = new Map(
        Object.entries(skill.reading).map(([name, mode]) => [normalizeTerm(name), { name, mode }]),
      );
      for (const written of [...skill.aliases, skill.label]) {
        const hint = hints.get(normalizeTerm(written));
        add(root, written, { skill, reading: hint?.mode ?? "any", spelling: hint?.name ?? written });
      }
    }
    names = { root, of };
  }
  return names.root;
}

function add(root: Node, written: string, name: Name) {
  const text = normalizeTerm(written);
  let node = root;
  let end = 0;
  for (const { word, start, end: wordEnd } of wordsOf(text)) {
    const key = node === root ? word : joint(text, end, start) + word;
    const next = node.next.get(key) ?? { next: new Map() };
    node.next.set(key, next);
    node = next;
    end = wordEnd;
  }
  node.name = name;
}

/** A name in a text, with the index of its last word. */
export type NameAt = { name: Name; last: number };

/** Names that begin at a word, longest first. */
export function namesAt(text: string, words: readonly Word[], first: number): NameAt[] {
  const found: NameAt[] = [];
  const { word } = elementAt(words, first);
  const root = rootOf(catalogue());
  let node = root.next.get(word) ?? root.next.get(withoutVersion(word));
  for (let last = first; node; last++) {
    if (node.name) found.unshift({ name: node.name, last });
    const [here, next] = [words[last], words[last + 1]];
    if (!here || !next || node.next.size === 0) break;
    const gap = joint(text, here.end, next.start);
    node = gap === null ? undefined : node.next.get(gap + next.word);
  }
  return found.length > 0 ? found : shared(text, words, first);
}

/** "Unit, integration and end-to-end tests": the first of these has the last word of the list. */
function shared(text: string, words: readonly Word[], first: number): NameAt[] {
  const { word, end } = elementAt(words, first);
  const { next } = rootOf(catalogue()).next.get(word) ?? {};
  if (!next?.has(" tests") && !next?.has(" testing")) return [];
  const [, head] = listOfTests.exec(text.slice(end, end + longestList)) ?? [];
  const name = next.get(` ${head?.toLowerCase()}`)?.name;
  return name ? [{ name, last: first }] : [];
}
const listOfTests = /^(?:(?:,|\s?\/|\s(?:and|or|&))\s?(?:and |or )?[\p{L}\d-]+){1,4}\s(tests|testing)\b/iu;
/** Characters. */
const longestList = 60;

/** "java17" is Java: digits after at least three letters may be a version. */
const withoutVersion = (word: string) => /^(\p{L}{3,})\d{1,2}$/u.exec(word)?.[1] ?? "";
