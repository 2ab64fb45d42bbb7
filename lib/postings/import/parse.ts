import { basename } from "node:path";
import { decode } from "./decode";
import { type Entry, parsers, sniff } from "./formats";
import { type ImportFile, type ImportFormat, type ImportResult, Unreadable } from "./input";

/** A file larger than this is refused whole, in characters. */
const largestFile = 50_000_000;

/**
 * Reads the postings of one file, in its order. The format is told by the content unless it is given. What cannot be read is
 * refused with its place and reason and stops nothing else; nothing is ever thrown. No database, no network.
 */
export function* parseImport(file: ImportFile, format?: ImportFormat): Generator<ImportResult> {
  let entries: Entry[];
  let known: ImportFormat;
  try {
    [known, entries] = entriesOf(file, format);
  } catch (error) {
    yield { ok: false, at: file.name, reason: reasonOf(error) };
    return;
  }
  for (const { place, read } of entries) {
    const at = place ? `${file.name}, ${place}` : file.name;
    try {
      yield { ok: true, at, format: known, posting: read() };
    } catch (error) {
      yield { ok: false, at, reason: reasonOf(error) };
    }
  }
}

function entriesOf(file: ImportFile, format: ImportFormat | undefined): [ImportFormat, Entry[]] {
  const text = decode(file.content);
  if (text.length > largestFile) throw new Unreadable("it is too large");
  if (text.trim() === "") throw new Unreadable("it is empty");
  const known = format ?? sniff(text);
  if (!known) throw new Unreadable("it is in no format that we read");
  return [known, parsers[known](text, basename(file.name))];
}

/** Expected refusals carry their reason; anything else is a fault of the reader, told as such but not thrown. */
const reasonOf = (error: unknown) =>
  error instanceof Unreadable
    ? error.message
    : `it cannot be read (${error instanceof Error ? error.message : "unknown fault"})`;
