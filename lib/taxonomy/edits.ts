const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * Every word that is one typing error away: a letter too many, one missing, a wrong one, or two neighbours swapped. About 55 words a letter,
 * so that they can be looked up by an index.
 */
export function editsOf(word: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)];
    found.add(before + behind.slice(1));
    if (behind.length > 1) found.add(`${before}${behind[1]}${behind[0]}${behind.slice(2)}`);
    for (const letter of letters) {
      found.add(before + letter + behind);
      if (behind !== "") found.add(before + letter + behind.slice(1));
    }
  }
  found.delete(word);
  return [...found];
}
