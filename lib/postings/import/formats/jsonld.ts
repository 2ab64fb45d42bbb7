import { jsonrepair } from "jsonrepair";
import { messageOf } from "@/lib/errors";
import { employmentsIn } from "@/lib/reading/employment";
import { hiringLimitsIn } from "@/lib/reading/locations";
import { type ImportedPosting, Unreadable } from "../input";
import { amountOf, type Fields, isRecord, postingOf, textOf } from "../record";
import { degreeFrom, experienceFrom, type Requirements } from "../requirements";
import { cutOff, type Entry, textOfRaw, wholeText } from "../split/entry";
import { jsonEntries } from "../split/json";
import { type PayReading, payIn, payInText } from "../terms";

/** Characters. Pages are larger than postings; mending takes time beyond proportion. */
const largestPage = 8_000_000;
const largestMended = 200_000;

const script =
  /<script\b[^>]{0,300}\btype\s*=\s*["']?application\/ld\+json\b[^>]{0,300}>([\s\S]*?)(<\/script|$)/gi;

/** The JobPostings of JSON-LD, which stands alone (a list and a graph too) or in the scripts of an HTML page. */
export async function* jsonldEntries(
  pieces: AsyncIterable<string>,
  fileName: string,
  head: string,
): AsyncGenerator<Entry> {
  let count = 0;
  const isPage = head.trimStart().startsWith("<");
  const documents = isPage ? scriptsOf(pieces) : documentsOf(pieces);
  const beside = isPage ? [] : besideIn(head);
  for await (const { line, read } of documents) {
    const place = `line ${line}`;
    for (const posting of postingsIn(read, beside)) {
      const id = count++ === 0 ? fileName : `${fileName}#${count}`;
      yield { place, read: () => [posting(id)] };
    }
  }
  if (count === 0) throw new Unreadable("it contains no JobPosting");
}

async function* scriptsOf(pieces: AsyncIterable<string>) {
  const page = await wholeText(pieces, largestPage);
  for (const { 1: text = "", 2: end, index } of page.matchAll(script)) {
    yield { line: page.slice(0, index).split("\n").length, read: () => (end ? text : wholeOf(text)) };
  }
}

/** The text of a script that is not closed, which is mended only where nothing of it is missing. */
function wholeOf(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new Unreadable(cutOff);
  }
}

async function* documentsOf(pieces: AsyncIterable<string>) {
  for await (const raw of jsonEntries(pieces)) yield { line: raw.line, read: () => textOfRaw(raw) };
}

/** How to read each posting of a document: only to be refused where the document cannot be read. */
function postingsIn(read: () => string, beside: Fields[]): ((id: string) => ImportedPosting)[] {
  try {
    const text = read();
    const document = text.includes("JobPosting") ? mended(text) : null;
    const records = [...beside, ...recordsIn(document)];
    const named = new Map(records.map((record) => [textOf(record["@id"]), record]));
    return jobPostingsIn(document).map((fields) => (id) => jobPosting(resolved(fields, named), id));
  } catch (fault) {
    return [
      () => {
        throw fault;
      },
    ];
  }
}

/** The parts of a document that is not too large, whose list is read member by member. */
function besideIn(head: string): Fields[] {
  try {
    return head.length > largestMended ? [] : recordsIn(mended(head));
  } catch {
    // What is wrong with it is told where its postings are read.
    return [];
  }
}

/** What the text says, as people write it: with line ends in strings, commas too many, comments, and CDATA around it. */
function mended(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:\/\/|\/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/, "")
    .replace(/(?:\/\/|\/\*)?\s*(?:\]\]>|-->)(?:\s*\*\/)?\s*$/, "");
  try {
    return JSON.parse(bare);
  } catch (error) {
    if (bare.length > largestMended) throw new Unreadable(`it is not valid JSON: ${messageOf(error)}`);
  }
  try {
    return JSON.parse(jsonrepair(bare));
  } catch (error) {
    throw new Unreadable(`it is not valid JSON: ${messageOf(error)}`);
  }
}

const deepest = 6;

function jobPostingsIn(value: unknown, depth = 0): Fields[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((one) => jobPostingsIn(one, depth + 1));
  if (!isRecord(value)) return [];
  const types = [value["@type"]].flat().map((type) => textOf(type).replace(/^.*[/:]/, ""));
  if (types.includes("JobPosting")) return [value];
  return Object.values(value).flatMap((one) => jobPostingsIn(one, depth + 1));
}

/** The parts of a graph that say more than who they are. */
function recordsIn(document: unknown): Fields[] {
  const list = isRecord(document) ? document["@graph"] : document;
  return [list]
    .flat()
    .filter(isRecord)
    .filter((one) => textOf(one["@id"]) !== "" && Object.keys(one).length > 1);
}

/** A posting with what it names by "@id" alone in place: its company and its places may stand beside it in a graph. */
function resolved(job: Fields, named: ReadonlyMap<string, Fields>): Fields {
  const one = (value: unknown) =>
    isRecord(value) && textOf(value["@id"]) !== "" ? { ...named.get(textOf(value["@id"])), ...value } : value;
  return Object.fromEntries(
    Object.entries(job).map(([key, value]) => [key, Array.isArray(value) ? value.map(one) : one(value)]),
  );
}

function jobPosting(job: Fields, fallbackId: string): ImportedPosting {
  const [hiring] = [job.hiringOrganization].flat();
  const organization = isRecord(hiring) ? hiring : {};
  const posting = postingOf(
    {
      id: identifierOf(job),
      title: textOf(job.title) || textOf(job.name),
      company:
        textOf(organization.name) || textOf(organization.legalName) || (isRecord(hiring) ? "" : hiring),
      companyUrl: [organization.sameAs, organization.url].flat().map(textOf).find(Boolean),
      url: textOf(job.url) || textOf(job.sameAs) || textOf(job["@id"]),
      description: descriptionOf(job),
      location: [job.jobLocation].flat().map(placeOf).filter(Boolean),
      telecommute: /telecommute/i.test(textOf(job.jobLocationType)) || undefined,
      postedAt: job.datePosted,
      endsAt: job.validThrough,
      skills: [job.skills].flat().map(textOf).filter(Boolean),
    },
    fallbackId,
  );
  const limits = [job.applicantLocationRequirements].flat().map(limitOf).filter(Boolean);
  const kinds = [job.employmentType].flat().flatMap((kind) => employmentsIn(textOf(kind)));
  return {
    ...posting,
    ...requirementsOf(job),
    // Its vocabulary has a word for remote work alone: a place without that word is a workplace.
    ...(posting.places.length > 0 && { presumedWorkplace: "onsite" as const }),
    employment: [...new Set(kinds)],
    ...statedPay([job.baseSalary].flat().map((pay) => payOf(pay, job))),
    ...(posting.workplace === "remote" && limits.length > 0 && hiringLimitsIn(limits)),
  };
}

function identifierOf(job: Fields): string {
  const own = [job.identifier]
    .flat()
    .map((one) => textOf(isRecord(one) ? (one.value ?? one["@id"]) : one))
    .find(Boolean);
  return own || textOf(job["@id"]) || textOf(job.url);
}

/** Experience and degree, in their typed forms or in a few words. Of several degrees the lowest is asked: any of them will do. */
function requirementsOf(job: Fields): Requirements & Pick<ImportedPosting, "equalExperience"> {
  const [experience] = [job.experienceRequirements].flat();
  const categories = [job.educationRequirements]
    .flat()
    .flatMap((one) => (isRecord(one) ? [one.credentialCategory].flat() : [one]));
  const inPlace = textOf(job.experienceInPlaceOfEducation).replace(/^.*\//, "").toLowerCase();
  return {
    ...(isRecord(experience)
      ? monthsFrom(experience.monthsOfExperience)
      : experienceFrom(textOf(experience))),
    ...degreeFrom(categories.map((category) => textOf(category).replace(/^https?:.*\//, ""))),
    ...((inPlace === "true" || inPlace === "false") && { equalExperience: inPlace === "true" }),
  };
}

/** Months as a number, or as a least and a most; zero says nothing. */
function monthsFrom(value: unknown): Requirements {
  const [min, max] = isRecord(value) ? [value.minValue ?? value.value, value.maxValue] : [value];
  const [from, to] = [Number(textOf(min) || Number.NaN), Number(textOf(max) || Number.NaN)];
  if (!(from > 0)) return {};
  return experienceFrom(to >= from ? `${from}-${to} months` : `${from} months`);
}

/** The description, and of the fields beside it those that say something that it does not. */
function descriptionOf(job: Fields): string {
  const text = textOf(job.description);
  const more = (
    ["responsibilities", "qualifications", "experienceRequirements", "educationRequirements"] as const
  )
    .map((name) => textOf(job[name]))
    .filter((part) => part.length > 20 && !text.includes(part.slice(0, 60)));
  return [text, ...more].join("\n\n");
}

function placeOf(location: unknown): string {
  if (!isRecord(location)) return textOf(location);
  const { address } = location;
  if (!isRecord(address)) return textOf(address) || textOf(location.name);
  const parts = [address.addressLocality, address.addressRegion, address.addressCountry];
  return parts.map(textOf).filter(Boolean).join(", ");
}

/** Where applicants may live: a name, else an address, else a code. */
const limitOf = (area: unknown) =>
  textOf(area) || (isRecord(area) ? placeOf(area) || textOf(area.identifier) : "");

/** The first pay that can be taken; else why the first cannot. */
const statedPay = (read: PayReading[]): PayReading =>
  read.find(({ salary }) => salary) ?? read.find(({ salaryFault }) => salaryFault) ?? { salary: null };

function payOf(pay: unknown, job: Fields): PayReading {
  const currencyOf = (fields: Fields) =>
    textOf(fields.currency) || textOf(fields.priceCurrency) || textOf(job.salaryCurrency);
  if (!isRecord(pay))
    return typeof pay === "number"
      ? payIn({ min: pay, currency: currencyOf(job) })
      : payInText(textOf(pay), { currency: currencyOf(job) });
  const [first] = [pay.value].flat();
  const value = isRecord(first) ? first : pay;
  const unitOf = (fields: Fields) => textOf(fields.unitText) || textOf(fields.unitCode);
  const currency = textOf(pay.currency) || currencyOf(value);
  const period = unitOf(value) || unitOf(pay);
  const [min, max] = [amountOf(value.minValue ?? value.minPrice), amountOf(value.maxValue ?? value.maxPrice)];
  const read = payIn({ min, max, currency, period });
  if (read.salary || read.salaryFault) return read;
  const single = value.value ?? value.price ?? pay.value;
  return typeof single === "number"
    ? payIn({ min: single, currency, period })
    : payInText(textOf(single), { currency, period });
}
