import { basename } from "node:path";
import { salvageText } from "@/lib/forms/text";
import { decode } from "./decode";
import { entriesOf } from "./formats";
import {
  type ImportedPosting,
  type ImportFile,
  type ImportFormat,
  type ImportResult,
  Unreadable,
} from "./input";
import { sniff } from "./sniff";

/** Characters by which a file's format is told. */
const headLength = 262_144;

/**
 * Reads the postings of one file, in its order, holding no more than an entry of it. The format is told by the content unless it is
 * given. What cannot be read is refused with its place and reason and stops nothing else; nothing is ever thrown. No database, no
 * network.
 */
export async function* parseImport(file: ImportFile, format?: ImportFormat): AsyncGenerator<ImportResult> {
  try {
    const { head, pieces } = await withHead(decode(file.content));
    if (head.trim() === "") throw new Unreadable("it is empty");
    const known = format ?? (await sniff(head));
    if (!known) throw new Unreadable("its format is not supported");
    for await (const { place, read } of entriesOf[known]({ name: basename(file.name), head, pieces })) {
      const at = place ? `${file.name}, ${place}` : file.name;
      yield* results(at, known, read);
    }
  } catch (error) {
    yield { ok: false, at: file.name, reason: reasonOf(error) };
  }
}

function results(
  at: string,
  format: ImportFormat,
  read: () => (ImportResult & { ok: true })["posting"][],
): ImportResult[] {
  try {
    const postings = read();
    return postings.map((posting, index) => ({
      ok: true,
      at: postings.length > 1 ? `${at}, role ${index + 1}` : at,
      format,
      posting: legible(posting),
    }));
  } catch (error) {
    return [{ ok: false, at, reason: reasonOf(error) }];
  }
}

/** Without the characters that nothing of ours may hold; names are one line. */
function legible(posting: ImportedPosting): ImportedPosting {
  const line = (text: string) =>
    salvageText(text)
      .replace(/\s*\n\s*/g, " ")
      .trim();
  const lineOrNull = (text: string | null) => (text === null ? null : line(text) || null);
  return {
    ...posting,
    externalId: line(posting.externalId),
    title: line(posting.title),
    companyName: lineOrNull(posting.companyName),
    description: salvageText(posting.description),
    locationText: lineOrNull(posting.locationText),
    places: posting.places.map((place) => ({ ...place, city: lineOrNull(place.city) })),
    tags: posting.tags.map(line),
  };
}

async function withHead(pieces: AsyncGenerator<string>) {
  const taken: string[] = [];
  for (let length = 0; length < headLength; ) {
    const next = await pieces.next();
    if (next.done) break;
    taken.push(next.value);
    length += next.value.length;
  }
  const head = taken.join("");
  taken.length = 0;
  return {
    head: head.slice(0, headLength),
    pieces: (async function* () {
      yield head;
      yield* pieces;
    })(),
  };
}

/** Expected refusals carry their reason; anything else is a fault of the reader, told as such but not thrown. */
const reasonOf = (error: unknown) =>
  error instanceof Unreadable
    ? error.message
    : `it cannot be read (${error instanceof Error ? error.message : "unknown fault"})`;
