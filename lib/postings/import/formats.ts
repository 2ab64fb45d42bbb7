import { messageOf } from "@/lib/errors";
import { ashbyPosting, greenhousePosting, leverPosting } from "./formats/boards";
import { feedEntries, indeedPosting } from "./formats/feeds";
import { hnPostings } from "./formats/hn";
import { jsonldEntries } from "./formats/jsonld";
import { markdownPosting } from "./formats/markdown";
import { personioPosting } from "./formats/personio";
import { recruiteePosting } from "./formats/recruitee";
import { rssReader } from "./formats/rss";
import { smartRecruitersPosting } from "./formats/smartrecruiters";
import { tableEntries } from "./formats/table";
import { workableReader } from "./formats/workable";
import { type ImportedPosting, type ImportFormat, Unreadable } from "./input";
import { type Fields, haveTitle, isRecord, postingOf } from "./record";
import { type Entry, largestEntry, type RawEntry, textOfRaw, wholeText } from "./split/entry";
import { jsonEntries } from "./split/json";
import { isJsonLines, jsonLines } from "./split/lines";

/** The text of a file: all of it in pieces, and its head, which they repeat. */
export type FileText = { name: string; head: string; pieces: AsyncIterable<string> };

/** How each format is read: the file's entries, one at a time. Throws `Unreadable` where a file as a whole is none. */
export const entriesOf: Record<ImportFormat, (file: FileText) => AsyncIterable<Entry>> = {
  markdown: async function* ({ name, pieces }) {
    const text = await wholeText(pieces, largestEntry);
    yield { place: "", read: () => [markdownPosting(text, name)] };
  },
  json: (file) => objects(file, (fields, id) => [plainPosting(fields, id)]),
  greenhouse: (file) => objects(file, (fields, id) => [greenhousePosting(fields, id)]),
  lever: (file) => objects(file, (fields, id) => [leverPosting(fields, id)]),
  ashby: (file) => objects(file, (fields, id) => [ashbyPosting(fields, id)]),
  hn: (file) => {
    const comments = new Set<string>();
    return objects(file, (fields, id) => hnPostings(fields, id, comments));
  },
  jsonld: ({ name, head, pieces }) => jsonldEntries(pieces, name, head),
  recruitee: (file) => objects(file, (fields, id) => [recruiteePosting(fields, id)]),
  smartrecruiters: (file) => objects(file, (fields, id) => [smartRecruitersPosting(fields, id)]),
  workable: (file) => {
    const read = workableReader(file.head);
    return objects(file, (fields, id) => [read(fields, id)]);
  },
  personio: ({ name, pieces }) => feedEntries(pieces, name, personioPosting),
  rss: ({ name, head, pieces }) => feedEntries(pieces, name, rssReader(head)),
  indeed: ({ name, pieces }) => feedEntries(pieces, name, indeedPosting),
  csv: ({ name, head, pieces }) => tableEntries(pieces, name, head),
};

/** A document whose list has a name that we do not know would be one posting without a title. */
function plainPosting(fields: Fields, fallbackId: string): ImportedPosting {
  const keys = Object.keys(fields);
  if (!haveTitle(keys) && keys.some((key) => Array.isArray(fields[key]) || isRecord(fields[key])))
    throw new Unreadable(`no list of postings was found in it (its keys: ${keys.slice(0, 8).join(", ")})`);
  return postingOf(fields, fallbackId);
}

type Read = (fields: Fields, fallbackId: string) => ImportedPosting[];

/** The objects of a JSON document, or one a line. A single one has the file's own name for its place and id. */
async function* objects({ name, head, pieces }: FileText, read: Read): AsyncGenerator<Entry> {
  const isLines = isJsonLines(head);
  const raws = (isLines ? jsonLines(pieces) : jsonEntries(pieces))[Symbol.asyncIterator]();
  let count = 0;
  for (let raw = await raws.next(); !raw.done; ) {
    const current = raw.value;
    const next = await raws.next().catch((fault: unknown) => ({ fault }));
    count++;
    const isOnly = count === 1 && "done" in next && next.done === true;
    const place = isLines ? `line ${current.line}` : `entry ${count}, line ${current.line}`;
    const id = isOnly ? name : `${name}#${count}`;
    yield { place: isOnly ? "" : place, read: () => read(objectIn(current), id) };
    if ("fault" in next) throw next.fault;
    raw = next;
  }
}

function objectIn(raw: RawEntry): Fields {
  const text = textOfRaw(raw);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Unreadable(`it is not valid JSON: ${messageOf(error)}`);
  }
  if (!isRecord(value)) throw new Unreadable("it is not an object");
  return value;
}
