import { XMLParser, XMLValidator } from "fast-xml-parser";
import { elementAt } from "@/lib/present";
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

function parsed(text: string, line: number): Fields {
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

/** An item of RSS or an entry of Atom. */
export function rssPosting(item: Fields, fallbackId: string): ImportedPosting {
  const { title, company } = splitTitle(textOf(item.title));
  const description =
    textOf(item["content:encoded"]) ||
    textOf(item.description) ||
    textOf(item.content) ||
    textOf(item.summary);
  // Feeds without a field for the place write it into the description: "Company · place · source".
  const segments = description.length < 300 ? description.split(" · ") : [];
  const place = company && segments[0] === company ? segments[1] : undefined;
  return postingOf(
    {
      ...item,
      id: item.guid ?? item.id ?? item.link,
      title,
      company: textOf(item.company) || company,
      location: textOf(item.location) || textOf(item.region) || place,
      description: place ? "" : description,
      content: undefined,
      summary: undefined,
    },
    fallbackId,
  );
}

/** A job of the feeds that job sites take: the place stands in parts, remote work in words of its own. */
export function indeedPosting(job: Fields, fallbackId: string): ImportedPosting {
  const of = (...names: string[]) => names.map((name) => textOf(job[name])).find(Boolean) ?? "";
  const place = [of("city"), of("state", "region"), of("country", "country-code")].filter(Boolean).join(", ");
  const remote = of("remotetype", "remote-type");
  const isHybrid = /hybrid/i.test(remote);
  return postingOf(
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
}

/** "Title — Company", "Title at Company" and "Company: Title". */
function splitTitle(text: string): { title: string; company: string | undefined } {
  const dashed = /^(.+?)\s+(?:—|–|\bat\b)\s+((?:(?!\s(?:—|–|at)\s).)+)$/.exec(text.slice(0, 400));
  if (dashed) return { title: elementAt(dashed, 1), company: dashed[2] };
  const colon = /^([^:]{2,60}):\s+(.+)$/.exec(text);
  return colon ? { title: elementAt(colon, 2), company: colon[1] } : { title: text, company: undefined };
}
