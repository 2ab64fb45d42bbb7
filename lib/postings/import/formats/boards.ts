import { locate } from "@/lib/reading/locations";
import { periodIn } from "@/lib/reading/periods";
import { countryName } from "@/lib/taxonomy/countries";
import { countryCode } from "@/lib/taxonomy/country-names";
import { type ImportedPosting, Unreadable } from "../input";
import { asMarkdown } from "../markup";
import { amountOf, type Fields, isRecord, postingOf, textOf } from "../record";
import { type PayReading, payIn, salaryIn } from "../terms";

/** A job of a Greenhouse board. Its pay stands in its escaped HTML. */
export function greenhousePosting(job: Fields, fallbackId: string): ImportedPosting {
  const content = textOf(job.content);
  const posting = postingOf(
    {
      ...job,
      ...greenhouseFacts(job),
      url: job.absolute_url,
      company: job.company_name,
      location: greenhousePlaces(job),
      postedAt: job.first_published,
      content,
    },
    fallbackId,
  );
  const html = content.includes("&lt;")
    ? content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    : content;
  const range = /class="pay-range"[^>]{0,200}>([\s\S]{0,600}?)<\/div>/.exec(html)?.[1];
  const shown = range ? salaryIn(asMarkdown(range).replace(/\s+/g, " ")) : null;
  const ranges = Array.isArray(job.pay_input_ranges) ? job.pay_input_ranges.filter(isRecord) : [];
  const read = ranges
    .toSorted((a, b) => Number(isTotal.test(textOf(a.title))) - Number(isTotal.test(textOf(b.title))))
    .map(greenhousePay);
  const stated = read.find(({ salary }) => salary) ?? read.find(({ salaryFault }) => salaryFault);
  return { ...posting, tags: [], ...(shown ? { salary: shown } : stated) };
}

/** Titles of ranges that hold more than base pay. */
const isTotal = /\b(?:ote|on[- ]target|total|commission|bonus|variable|equity)\b/i;

/** Where the work is done, how much, and the pay may stand in fields that a board adds by itself, each with a name and a value. */
function greenhouseFacts(job: Fields): Fields {
  const metadata = Array.isArray(job.metadata) ? job.metadata.filter(isRecord) : [];
  const named = (name: RegExp) => metadata.find((field) => name.test(textOf(field.name)))?.value;
  const pay = named(/\b(?:salary|pay|compensation)\b/i);
  return {
    workplaceType: named(/^(?:workplace|work(?:ing)? (?:mode|model|type|arrangement)|location type)/i),
    isRemote: named(/^(?:is )?remote\b/i),
    employmentType: named(/^(?:(?:employment|job|contract|time|worker) (?:type|status)|commitment)/i),
    salary: isRecord(pay)
      ? {
          min: pay.min_value ?? pay.amount,
          max: pay.max_value ?? pay.amount,
          currency: pay.unit,
        }
      : pay,
  };
}

/** Its place as named; a board with several offices may name none there. */
function greenhousePlaces(job: Fields): unknown {
  const { places, workplace } = locate(textOf(job.location));
  const offices = Array.isArray(job.offices) ? job.offices.filter(isRecord) : [];
  const located = offices.map(({ location }) => textOf(location)).filter(Boolean);
  return places.length === 0 && workplace === null && located.length > 0 ? located : job.location;
}

/** A range in cents; its title ("Hourly rate") may say for what period. */
function greenhousePay(range: Fields): PayReading {
  const cents = (value: unknown) => Number(textOf(value)) / 100 || undefined;
  const title = textOf(range.title);
  const period = periodIn(title) === "unknown" ? "" : title;
  return payIn({
    min: cents(range.min_cents),
    max: cents(range.max_cents),
    currency: textOf(range.currency_type),
    period,
  });
}

/** A posting of a Lever board, whose text comes in parts. */
export function leverPosting(job: Fields, fallbackId: string): ImportedPosting {
  const categories = isRecord(job.categories) ? job.categories : {};
  const lists = Array.isArray(job.lists) ? job.lists.filter(isRecord) : [];
  const description = [
    ...(textOf(job.descriptionPlain) || textOf(job.description)
      ? [asMarkdown(textOf(job.descriptionPlain) || textOf(job.description))]
      : [
          asMarkdown(textOf(job.openingPlain) || textOf(job.opening)),
          asMarkdown(textOf(job.descriptionBodyPlain) || textOf(job.descriptionBody)),
        ]),
    ...lists.map(
      ({ text, content }) => `### ${textOf(text)}\n\n${asMarkdown(`<ul>${textOf(content)}</ul>`)}`,
    ),
    asMarkdown(textOf(job.additionalPlain) || textOf(job.additional)),
  ];
  const posting = postingOf(
    {
      id: job.id,
      title: job.text,
      url: job.hostedUrl ?? job.applyUrl,
      location: leverPlaces(categories, textOf(job.country)),
      workplaceType: job.workplaceType,
      employmentType: categories.commitment,
      salaryRange: job.salaryRange,
      createdAt: job.createdAt,
    },
    fallbackId,
  );
  const inWords = asMarkdown(textOf(job.salaryDescriptionPlain) || textOf(job.salaryDescription));
  return {
    ...posting,
    salary: posting.salary ?? salaryIn(inWords),
    description: description.filter(Boolean).join("\n\n"),
  };
}

/** Its places. The country that a posting names beside them is that of the first among them, its main one. */
function leverPlaces(categories: Fields, country: string): string[] {
  const all = [categories.allLocations].flat().map(textOf).filter(Boolean);
  const main = textOf(categories.location) || all[0] || "";
  const rest = all.filter((place) => place !== main);
  return [inCountry(main, country), ...rest].filter(Boolean);
}

/** A place with its country behind it, unless it names one itself. */
function inCountry(place: string, country: string): string {
  const last =
    place
      .split(/[,()]/)
      .filter((part) => part.trim() !== "")
      .at(-1) ?? "";
  const namesOne = locate(place).hiringCountries.length > 0 || countryCode(last) !== null;
  if (!country || namesOne) return place;
  const code = countryCode(country);
  return [place, code ? countryName(code) : country].filter(Boolean).join(", ");
}

/** A job of an Ashby board. One that the board keeps off its list is not for others to show. */
export function ashbyPosting(job: Fields, fallbackId: string): ImportedPosting {
  if (job.isListed === false) throw new Unreadable("its job board does not list it");
  const more = Array.isArray(job.secondaryLocations) ? job.secondaryLocations.filter(isRecord) : [];
  const posting = postingOf(
    {
      id: job.id,
      title: job.title,
      url: job.jobUrl ?? job.applyUrl,
      description: job.descriptionHtml ?? job.descriptionPlain,
      location: [ashbyPlace(job), ...more.map(ashbyPlace)],
      isRemote: job.isRemote,
      // "OnSite" and "FullTime" are two words each to whoever reads them.
      workplaceType: textOf(job.workplaceType).replace(/(?<=[a-z])(?=[A-Z])/g, "-"),
      employmentType: textOf(job.employmentType).replace(/(?<=[a-z])(?=[A-Z])/g, "-"),
      publishedAt: job.publishedAt,
      endsAt: job.applicationDeadline,
    },
    fallbackId,
  );
  return { ...posting, ...(isRecord(job.compensation) ? ashbyPay(job.compensation) : { salary: null }) };
}

/** The place as named; one that names no country gets it from its address. */
function ashbyPlace(job: Fields): string {
  const location = textOf(job.location);
  const given = isRecord(job.address) ? job.address : {};
  const address = isRecord(given.postalAddress) ? given.postalAddress : given;
  const country = textOf(address.addressCountry);
  return country && !location.includes(",") && !/remote/i.test(location)
    ? [location, textOf(address.addressRegion), country].filter(Boolean).join(", ")
    : location;
}

function ashbyPay(compensation: Fields): PayReading {
  const list = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
  const parts = [
    ...list(compensation.summaryComponents),
    ...list(compensation.compensationTiers).flatMap(({ components }) => list(components)),
  ];
  const base = parts.find((part) => textOf(part.compensationType) === "Salary");
  const stated: PayReading = base
    ? payIn({
        min: amountOf(base.minValue),
        max: amountOf(base.maxValue),
        currency: textOf(base.currencyCode),
        period: textOf(base.interval),
      })
    : { salary: null };
  if (stated.salary || stated.salaryFault) return stated;
  // "$81K – $87K • Offers Equity": only the first part is pay.
  const summary =
    textOf(compensation.scrapeableCompensationSalarySummary) ||
    textOf(compensation.compensationTierSummary).split("•", 1)[0];
  return { salary: salaryIn(summary ?? "") };
}
