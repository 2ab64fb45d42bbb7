import { parse as parseCsv } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { splitFrontMatter } from "./front-matter";
import type { ImportFormat } from "./input";
import { type ImportedPosting, Unreadable } from "./input";
import { asMarkdown } from "./markup";
import { type Fields, haveTitle, isRecord, postingOf, textOf } from "./record";
import { salaryIn } from "./terms";

/** One posting of a file, still to be read: reading throws `Unreadable` where it cannot be. */
export type Entry = { place: string; read: () => ImportedPosting };

/** The parsers by format: each splits a file's text into its entries, or throws `Unreadable` for the whole file. */
export const parsers: Record<ImportFormat, (text: string, fileName: string) => Entry[]> = {
  markdown: (text, fileName) => [{ place: "", read: () => markdownPosting(text, fileName) }],
  json: (text, fileName) => jsonEntries(text, fileName, postingOf),
  greenhouse: (text, fileName) => jsonEntries(text, fileName, greenhousePosting),
  lever: (text, fileName) => jsonEntries(text, fileName, leverPosting),
  rss: rssEntries,
  csv: csvEntries,
};

/** The format that a text is in, by its content; null for none that we read. */
export function sniff(text: string): ImportFormat | null {
  const start = text.trimStart();
  if (/^[[{]/.test(start)) return sniffJson(start);
  if (/^<\?xml|^<(?:rss|feed|rdf)/i.test(start))
    return /<(?:rss|feed|rdf:rdf|channel)\b/i.test(start.slice(0, 4_000)) ? "rss" : null;
  const front = splitFrontMatter(text);
  if (front && haveTitle(Object.keys(front.fields))) return "markdown";
  const [header = ""] = start.split("\n", 1);
  const columns = header.split(delimiterOf(header));
  if (columns.length > 1 && haveTitle(columns.map((column) => column.replaceAll('"', "")))) return "csv";
  return front ? "markdown" : null;
}

function sniffJson(text: string): ImportFormat {
  try {
    const [first] = listIn(JSON.parse(text));
    if (isRecord(first) && "absolute_url" in first && ("content" in first || "internal_job_id" in first))
      return "greenhouse";
    if (isRecord(first) && "text" in first && ("categories" in first || "hostedUrl" in first)) return "lever";
  } catch {
    // Not JSON after all: its parser says where.
  }
  return "json";
}

function markdownPosting(text: string, fileName: string): ImportedPosting {
  const front = splitFrontMatter(text);
  if (!front) throw new Unreadable("it has no front matter");
  const posting = postingOf({ ...front.fields, id: undefined }, fileName);
  const description = asMarkdown(front.body) || posting.description;
  if (!description) throw new Unreadable("it has no text below its front matter");
  return { ...posting, description };
}

function jsonEntries(
  text: string,
  fileName: string,
  read: (fields: Fields, fallbackId: string) => ImportedPosting,
): Entry[] {
  const list = listIn(parsedJson(text));
  return list.map((value, index) => ({
    place: list.length > 1 ? `entry ${index + 1}` : "",
    read: () => {
      if (!isRecord(value)) throw new Unreadable("it is not an object");
      return read(value, list.length > 1 ? `${fileName}#${index + 1}` : fileName);
    },
  }));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unreadable(`it is not valid JSON: ${(error as Error).message}`);
  }
}

/** The list of postings in a document: the document itself, or what stands under a usual name; else the one posting it is. */
function listIn(document: unknown): unknown[] {
  if (Array.isArray(document)) return document;
  if (!isRecord(document)) throw new Unreadable("it holds no postings");
  const list = ["jobs", "data", "postings", "results", "items"]
    .map((key) => document[key])
    .find(Array.isArray);
  return list ?? [document];
}

function greenhousePosting(job: Fields, fallbackId: string): ImportedPosting {
  const content = textOf(job.content);
  const posting = postingOf(
    { ...job, url: job.absolute_url, company: job.company_name, postedAt: job.first_published, content },
    fallbackId,
  );
  const html = content.includes("&lt;")
    ? content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    : content;
  const range = /class="pay-range"[^>]{0,200}>([\s\S]{0,600}?)<\/div>/.exec(html)?.[1];
  return {
    ...posting,
    tags: [],
    salary: (range ? salaryIn(asMarkdown(range).replace(/\s+/g, " ")) : null) ?? posting.salary,
  };
}

function leverPosting(job: Fields, fallbackId: string): ImportedPosting {
  const categories = isRecord(job.categories) ? job.categories : {};
  const lists = Array.isArray(job.lists) ? job.lists.filter(isRecord) : [];
  const description = [
    asMarkdown(textOf(job.descriptionPlain) || textOf(job.description)),
    ...lists.map(
      ({ text, content }) => `### ${textOf(text)}\n\n${asMarkdown(`<ul>${textOf(content)}</ul>`)}`,
    ),
    asMarkdown(textOf(job.additionalPlain) || textOf(job.additional)),
  ];
  return {
    ...postingOf(
      {
        id: job.id,
        title: job.text,
        url: job.hostedUrl ?? job.applyUrl,
        location: Array.isArray(categories.allLocations) ? categories.allLocations : categories.location,
        country: job.country,
        workplaceType: job.workplaceType,
        employmentType: categories.commitment,
        salaryRange: job.salaryRange,
        createdAt: job.createdAt,
      },
      fallbackId,
    ),
    description: description.filter(Boolean).join("\n\n"),
  };
}

const xml = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: true,
});

function rssEntries(text: string, fileName: string): Entry[] {
  const checked = XMLValidator.validate(text);
  if (checked !== true)
    throw new Unreadable(`it is not valid XML: ${checked.err.msg} (line ${checked.err.line})`);
  const document = xml.parse(text) as Record<string, unknown>;
  const channel = [document.rss, document["rdf:RDF"]]
    .filter(isRecord)
    .map((root) => (isRecord(root.channel) ? root.channel : root))[0];
  const feed = isRecord(document.feed) ? document.feed : {};
  const items = [channel?.item ?? feed.entry ?? []].flat();
  if (items.length === 0) throw new Unreadable("the feed has no items");
  return items.map((item, index) => ({
    place: `item ${index + 1}`,
    read: () => {
      if (!isRecord(item)) throw new Unreadable("it is empty");
      return rssPosting(item, `${fileName}#${index + 1}`);
    },
  }));
}

function rssPosting(item: Fields, fallbackId: string): ImportedPosting {
  const fields: Fields = Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key.replace(/^\w+:/, ""), value]),
  );
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
      ...fields,
      id: item.guid ?? item.id ?? item.link,
      title,
      company: textOf(fields.company) || company,
      location: textOf(fields.location) || textOf(fields.region) || place,
      description: place ? "" : description,
      content: undefined,
      summary: undefined,
    },
    fallbackId,
  );
}

/** "Title — Company", "Title at Company" and "Company: Title". */
function splitTitle(text: string): { title: string; company: string | undefined } {
  const dashed = /^(.+?)\s+(?:—|–|\bat\b)\s+((?:(?!\s(?:—|–|at)\s).)+)$/.exec(text.slice(0, 400));
  if (dashed) return { title: dashed[1] as string, company: dashed[2] };
  const colon = /^([^:]{2,60}):\s+(.+)$/.exec(text);
  return colon ? { title: colon[2] as string, company: colon[1] } : { title: text, company: undefined };
}

const delimiterOf = (header: string) =>
  [",", ";", "\t", "|"].reduce((best, sign) =>
    header.split(sign).length > header.split(best).length ? sign : best,
  );

function csvEntries(text: string, fileName: string): Entry[] {
  const [header = ""] = text.trimStart().split("\n", 1);
  const refused: Entry[] = [];
  const rows = parseCsv(text, {
    delimiter: delimiterOf(header),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const reason = error?.message ?? "it cannot be read";
      refused.push({ place: `line ${Number(error?.lines ?? 0)}`, read: () => refuse(reason) });
    },
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const columns = rows[0]?.record ?? [];
  if (!haveTitle(columns)) throw new Unreadable("its first row names no column of titles");
  const entries = rows.slice(1).map(({ record, info }) => ({
    place: `line ${info.lines}`,
    read: () =>
      postingOf(
        Object.fromEntries(columns.map((column, index) => [column, record[index]])),
        `${fileName}#${info.lines}`,
      ),
  }));
  return [...entries, ...refused];
}

function refuse(reason: string): never {
  throw new Unreadable(reason);
}
