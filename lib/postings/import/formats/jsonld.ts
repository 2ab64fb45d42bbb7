import { jsonrepair } from "jsonrepair";
import { messageOf } from "@/lib/errors";
import { employmentsIn } from "@/lib/reading/employment";
import { hiringLimitsIn } from "@/lib/reading/locations";
import { type Degree, degrees } from "@/lib/taxonomy/terms";
import { type ImportedPosting, Unreadable } from "../input";
import { amountOf, type Fields, isRecord, postingOf, textOf } from "../record";
import { type Entry, textOfRaw, wholeText } from "../split/entry";
import { jsonEntries } from "../split/json";
import { type PayReading, payIn, payInText } from "../terms";

/** Characters. Pages are larger than postings; mending takes time beyond proportion. */
const largestPage = 8_000_000;
const largestMended = 200_000;

const script =
  /<script\b[^>]{0,300}\btype\s*=\s*["']?application\/ld\+json\b[^>]{0,300}>([\s\S]*?)(?:<\/script|$)/gi;

/** The JobPostings of JSON-LD, which stands alone (a list and a graph too) or in the scripts of an HTML page. */
export async function* jsonldEntries(
  pieces: AsyncIterable<string>,
  fileName: string,
  head: string,
): AsyncGenerator<Entry> {
  let count = 0;
  const documents = head.trimStart().startsWith("<") ? scriptsOf(pieces) : documentsOf(pieces);
  for await (const { line, read } of documents) {
    const place = `line ${line}`;
    for (const posting of postingsIn(read)) {
      const id = count++ === 0 ? fileName : `${fileName}#${count}`;
      yield { place, read: () => [posting(id)] };
    }
  }
  if (count === 0) throw new Unreadable("it contains no JobPosting");
}

async function* scriptsOf(pieces: AsyncIterable<string>) {
  const page = await wholeText(pieces, largestPage);
  for (const { 1: text = "", index } of page.matchAll(script)) {
    yield { line: page.slice(0, index).split("\n").length, read: () => text };
  }
}

async function* documentsOf(pieces: AsyncIterable<string>) {
  for await (const raw of jsonEntries(pieces)) yield { line: raw.line, read: () => textOfRaw(raw) };
}

/** How to read each posting of a document: only to be refused where the document cannot be read. */
function postingsIn(read: () => string): ((id: string) => ImportedPosting)[] {
  try {
    const text = read();
    const found = text.includes("JobPosting") ? jobPostingsIn(mended(text)) : [];
    return found.map((fields) => (id) => jobPosting(fields, id));
  } catch (fault) {
    return [
      () => {
        throw fault;
      },
    ];
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

function jobPosting(job: Fields, fallbackId: string): ImportedPosting {
  const organization = isRecord(job.hiringOrganization) ? job.hiringOrganization : {};
  const posting = postingOf(
    {
      id: identifierOf(job),
      title: textOf(job.title) || textOf(job.name),
      company: textOf(organization.name) || (isRecord(job.hiringOrganization) ? "" : job.hiringOrganization),
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
  const limits = [job.applicantLocationRequirements].flat().map(textOf).filter(Boolean);
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
  const { identifier } = job;
  const own = isRecord(identifier) ? textOf(identifier.value) : textOf(identifier);
  return own || textOf(job["@id"]) || textOf(job.url);
}

/** Experience and degree in their typed forms. Of several degrees the lowest is asked: any of them will do. */
function requirementsOf(
  job: Fields,
): Pick<ImportedPosting, "experienceMin" | "degreeLevel" | "equalExperience"> {
  const [experience] = [job.experienceRequirements].flat().filter(isRecord);
  const months = Number(textOf(experience?.monthsOfExperience) || Number.NaN);
  const levels = [job.educationRequirements]
    .flat()
    .flatMap((one) => (isRecord(one) ? [one.credentialCategory].flat() : [one]))
    .flatMap((category) => credentialOf(textOf(category)) ?? []);
  const lowest = degrees.find((degree) => levels.includes(degree));
  const inPlace = textOf(job.experienceInPlaceOfEducation).toLowerCase();
  return {
    ...(months > 0 && months <= 600 && { experienceMin: Math.floor(months / 12) }),
    ...(lowest && { degreeLevel: lowest }),
    ...((inPlace === "true" || inPlace === "false") && { equalExperience: inPlace === "true" }),
  };
}

/** A category of credentials by the few words that are written there; whole sentences are read with the text. */
function credentialOf(category: string): Degree | null {
  if (category.length > 40) return null;
  return credentials.find(([, words]) => words.test(category))?.[0] ?? null;
}

const credentials: [Degree, RegExp][] = [
  ["doctorate", /\b(?:doctora\w+|ph\.?\s?d)\b/i],
  ["master", /\b(?:post[- ]?graduate|graduate degree|master)/i],
  ["bachelor", /\b(?:bachelor|undergraduate)/i],
  ["associate", /\b(?:associate)/i],
  ["none", /\b(?:high school|secondary|no requirements?|none|no degree)\b/i],
];

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

/** The first pay that can be taken; else why the first cannot. */
const statedPay = (read: PayReading[]): PayReading =>
  read.find(({ salary }) => salary) ?? read.find(({ salaryFault }) => salaryFault) ?? { salary: null };

function payOf(pay: unknown, job: Fields): PayReading {
  const currencyOf = (fields: Fields) => textOf(fields.currency) || textOf(job.salaryCurrency);
  if (!isRecord(pay))
    return typeof pay === "number"
      ? payIn({ min: pay, currency: currencyOf(job) })
      : payInText(textOf(pay), { currency: currencyOf(job) });
  const value = isRecord(pay.value) ? pay.value : pay;
  const unitOf = (fields: Fields) => textOf(fields.unitText) || textOf(fields.unitCode);
  const currency = textOf(pay.currency) || currencyOf(value);
  const period = unitOf(value) || unitOf(pay);
  const [min, max] = [amountOf(value.minValue), amountOf(value.maxValue)];
  const read = payIn({ min, max, currency, period });
  if (read.salary || read.salaryFault) return read;
  const single = value.value ?? pay.value;
  return typeof single === "number"
    ? payIn({ min: single, currency, period })
    : payInText(textOf(single), { currency, period });
}
