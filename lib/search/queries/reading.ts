import { parseSearch } from "../criteria";
import { nameOf } from "../naming";
import { readCriteria } from "./search";

/** Characters: more is not read while one types. */
const longest = 200;

/** What a line will be searched as, in words: "Go, remote, from 90,000 EUR". Null where it is searched as the words that it is. Throws `too_slow`. */
export async function findReading(line: string): Promise<string | null> {
  const q = line.trim();
  if (q.length < 2 || q.length > longest) return null;
  const { criteria } = await parseSearch(new URLSearchParams({ q }));
  if (criteria.q === q) return null;
  const { ready, labels } = await readCriteria(criteria);
  return nameOf({ ...ready.criteria, q: criteria.q }, labels);
}
