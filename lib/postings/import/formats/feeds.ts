import { XMLParser, XMLValidator } from "fast-xml-parser";
import { type ImportedPosting, Unreadable } from "../input";
import { type Fields, isRecord, postingOf, textOf } from "../record";
import { type Entry, textOfRaw } from "../split/entry";
import { xmlEntries } from "../split/xml";

type Read = (item: Fields, fallbackId: string) => ImportedPosting;

const xml = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
});

/** The items of an XML feed, each parsed by itself: a broken one spoils no other. */
export async function* feedEntries(
  pieces: AsyncIterable<string>,
  fileName: string,
  read: Read,
): AsyncGenerator<Entry> {
  let count = 0;
  for await (const raw of xmlEntries(pieces)) {
    const id = `${fileName}#${++count}`;
    yield {
      place: `item ${count}, line ${raw.line}`,
      read: () => [read(parsed(textOfRaw(raw), raw.line), id)],
    };
  }
  if (count === 0) throw new Unreadable("the feed has no items");
}

function parsed(source: string, line: number): Fields {
  const text = withBreaksAsText(source);
  const checked = XMLValidator.validate(text);
  if (checked !== true)
    throw new Unreadable(`it is not valid XML: ${checked.err.msg} (line ${line + checked.err.line - 1})`);
  const [item] = Object.values(xml.parse(text) as Fields);
  if (!isRecord(item)) throw new Unreadable("it is empty");
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key === "content:encoded" ? key : key.replace(/^\w+:/, ""),
      value,
    ]),
  );
}

/** People write HTML's <br> where XML has no such element. Sections of CDATA stay as they are. */
const withBreaksAsText = (text: string) =>
  text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part, at) => (at % 2 === 0 ? part.replace(/<br\s*\/?>/gi, "&lt;br&gt;") : part))
    .join("");

/** A job of the feeds that job sites take: the place stands in parts, remote work in words of its own. */
export function indeedPosting(job: Fields, fallbackId: string): ImportedPosting {
  const of = (...names: string[]) => names.map((name) => textOf(job[name])).find(Boolean) ?? "";
  const place = [of("city"), of("state", "region"), of("country", "country-code")].filter(Boolean).join(", ");
  const remote = of("remotetype", "remote-type");
  const isHybrid = /hybrid/i.test(remote);
  const posting = postingOf(
    {
      ...job,
      id: of("referencenumber", "reference-number", "id", "guid", "url"),
      location: place || of("location", "company-full-address"),
      country: undefined,
      // "Hybrid remote" is hybrid here.
      workplace: isHybrid ? "hybrid" : /remote|work_from_home/i.test(remote) ? "remote" : of("workplace"),
      employmentType: of("jobtype", "job-type"),
    },
    fallbackId,
  );
  // Its reference knows words for remote work alone: a place without one is a workplace.
  return { ...posting, ...(of("city") && { presumedWorkplace: "onsite" as const }) };
}
