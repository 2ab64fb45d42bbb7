import { employmentsIn } from "@/lib/reading/employment";
import { locate, locateAll } from "@/lib/reading/locations";
import { workplaceIn } from "@/lib/reading/workplace";
import { countryName } from "@/lib/taxonomy/countries";
import { countryCode } from "@/lib/taxonomy/country-names";
import { webAddress } from "@/lib/web-address";
import { dateOf, endOf } from "./dates";
import { clean } from "./decode";
import type { ImportedPosting } from "./input";
import { Unreadable } from "./input";
import { asLine, asMarkdown } from "./markup";
import { degreeFrom, experienceFrom } from "./requirements";
import { type PayReading, payIn, payInText } from "./terms";

/** A posting as named fields, whatever the format: keys in any case and spelling, values of any shape. */
export type Fields = Record<string, unknown>;

/** The names that systems give to one fact, in the order of trust, as `keyOf` writes them. */
const names = {
  id: ["externalid", "id", "jobid", "guid", "uuid", "reference", "referencenumber", "requisitionid", "slug"],
  title: ["title", "jobtitle", "text", "position", "positiontitle", "role", "name"],
  company: [
    "company",
    "companyname",
    "employer",
    "organization",
    "organisation",
    "hiringorganization",
    "client",
  ],
  companyUrl: ["companyurl", "companywebsite", "website", "homepage"],
  url: ["url", "joburl", "applyurl", "hostedurl", "absoluteurl", "link", "permalink", "applylink", "web"],
  description: [
    "description",
    "descriptionhtml",
    "jobdescription",
    "content",
    "body",
    "descriptionplain",
    "details",
    "summary",
  ],
  location: ["location", "locations", "joblocation", "locationtext", "place", "office", "city"],
  country: ["country", "countrycode"],
  remote: ["isremote", "remote", "telecommute"],
  workplace: ["workplace", "workplacetype", "workmode"],
  employment: [
    "employmenttype",
    "employment",
    "jobtype",
    "contract",
    "contracttype",
    "commitment",
    "schedule",
    "type",
  ],
  salary: ["salary", "salaryrange", "pay", "compensation", "payrange"],
  salaryMin: ["salarymin", "minsalary", "minimumsalary", "salaryfrom", "paymin", "minpay", "compensationmin"],
  salaryMax: ["salarymax", "maxsalary", "maximumsalary", "salaryto", "paymax", "maxpay", "compensationmax"],
  currency: ["salarycurrency", "currency", "currencycode"],
  period: ["salaryperiod", "period", "payperiod", "interval", "salaryinterval", "salarytype"],
  postedAt: [
    "postedat",
    "dateposted",
    "posteddate",
    "publishedat",
    "pubdate",
    "published",
    "created",
    "createdat",
    "date",
    "firstpublished",
    "posted",
    "postedon",
    "publishedon",
    "publicationdate",
    "updatedat",
  ],
  endsAt: [
    "endsat",
    "validthrough",
    "expirationdate",
    "expirydate",
    "expiresat",
    "expireson",
    "expires",
    "expiration",
    "closeat",
    "closingdate",
    "closedate",
    "closes",
    "closeson",
    "closesat",
    "validuntil",
    "enddate",
    "applicationdeadline",
    "deadline",
    "applyby",
  ],
  tags: ["tags", "skills", "technologies", "keywords", "categories", "category"],
  experience: ["experience", "yearsofexperience", "experienceyears", "minexperience", "experiencemin"],
  education: ["education", "educationlevel", "educationcode", "degree"],
} as const;
type Fact = keyof typeof names;

/** Whether these look like the names of a posting's fields: a title among them. */
export const haveTitle = (keys: readonly string[]) =>
  keys.some((key) => (names.title as readonly string[]).includes(keyOf(key)));

/**
 * The posting that such fields state. `fallbackId` is its identity where they give none. Throws `Unreadable` where there is no
 * title.
 */
export function postingOf(fields: Fields, fallbackId: string): ImportedPosting {
  const of = lookUp(fields);
  const line = (fact: Fact) => asLine(textOf(of(fact))) || null;
  const title = line("title");
  if (!title) throw new Unreadable("it has no title");
  // Of several places a country beside them is that of the first, and which one is first is for their format to say.
  const places = of("location");
  const isList = Array.isArray(places) && places.length > 1;
  const country = isList ? null : line("country");
  // In full: "Ontario, CA" may be a town of California.
  const named = country && countryCode(country);
  const locationText =
    [line("location"), named ? countryName(named) : country].filter(Boolean).join(", ") || null;
  const located = isList
    ? locateAll(places.map((place) => asLine(textOf(place))))
    : locate(locationText ?? "");
  const isRemote = isYes(of("remote"));
  const endsAt = endOf(of("endsAt"));
  return {
    externalId: line("id") ?? fallbackId,
    title,
    companyName: line("company"),
    companyUrl: webAddress(textOf(of("companyUrl"))),
    url: webAddress(textOf(of("url"))),
    description: asMarkdown(textOf(of("description"))),
    locationText,
    places: located.places,
    workplace: workplaceIn(textOf(of("workplace"))) ?? (isRemote ? "remote" : located.workplace),
    employment: employmentsIn(textOf(of("employment"))),
    ...salaryFrom(of),
    ...experienceFrom(textOf(of("experience"))),
    ...degreeFrom([of("education")].flat().map(textOf)),
    postedAt: dateOf(of("postedAt")),
    ...(endsAt && { endsAt }),
    tags: tagsOf(of("tags")),
    hiringCountries: located.hiringCountries,
    ...(located.unknownLimits.length > 0 && { unknownLimits: located.unknownLimits }),
  };
}

function salaryFrom(of: (fact: Fact) => unknown): PayReading {
  const range = of("salary");
  const within = isRecord(range)
    ? lookUp({
        ...range,
        salarymin: range.min ?? range.minValue ?? range.from,
        salarymax: range.max ?? range.maxValue ?? range.to,
      })
    : of;
  const text = (fact: Fact) => textOf(within(fact)) || textOf(of(fact));
  const [currency, period] = [text("currency"), text("period")];
  const [min, max] = [amountOf(within("salaryMin")), amountOf(within("salaryMax"))];
  if (min !== "" || max !== "") return payIn({ min, max, currency, period });
  return typeof range === "number"
    ? payIn({ min: range, currency, period })
    : payInText(textOf(range), { currency, period });
}

function lookUp(fields: Fields): (fact: Fact) => unknown {
  const byKey = new Map<string, unknown>();
  for (const [key, value] of Object.entries(fields)) {
    const name = keyOf(key);
    if (!byKey.has(name) && !isEmpty(value)) byKey.set(name, value);
  }
  return (fact) => {
    const name = names[fact].find((candidate) => byKey.has(candidate));
    return name === undefined ? null : byKey.get(name);
  };
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  (isRecord(value) ? Object.keys(value).length === 0 : textOf(value) === "");

const keyOf = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, "");

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Any value as text: of an object its name, of a list its members. Never "[object Object]". */
export function textOf(value: unknown): string {
  if (typeof value === "string") return clean(value).trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join("; ");
  if (!isRecord(value)) return "";
  const named = value.name ?? value.text ?? value.title ?? value.label ?? value["#text"] ?? value.value;
  if (named !== undefined && !isRecord(named)) return textOf(named);
  return [value.city, value.region, value.country].map(textOf).filter(Boolean).join(", ");
}

/** A number as it is, anything else as text. */
export const amountOf = (value: unknown): number | string =>
  typeof value === "number" ? value : textOf(value);

const isYes = (value: unknown) =>
  value === true || /^(?:true|yes|y|1|remote|fully remote)$/i.test(textOf(value));

const longestTag = 60;

function tagsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value.map(textOf) : textOf(value).split(/[,;|\n]/);
  return [...new Set(list.map(asLine).filter((tag) => tag !== "" && tag.length <= longestTag))];
}
