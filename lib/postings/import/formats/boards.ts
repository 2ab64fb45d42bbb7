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
    { ...job, url: job.absolute_url, company: job.company_name, postedAt: job.first_published, content },
    fallbackId,
  );
  const html = content.includes("&lt;")
    ? content.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    : content;
  const range = /class="pay-range"[^>]{0,200}>([\s\S]{0,600}?)<\/div>/.exec(html)?.[1];
  const shown = range ? salaryIn(asMarkdown(range).replace(/\s+/g, " ")) : null;
  const input = Array.isArray(job.pay_input_ranges) ? job.pay_input_ranges.find(isRecord) : undefined;
  return {
    ...posting,
    tags: [],
    ...(shown ? { salary: shown } : input && greenhousePay(input)),
  };
}

/** A range in cents; its title ("Hourly rate") may say for what period. */
function greenhousePay(range: Fields): PayReading {
  const cents = (value: unknown) => (typeof value === "number" ? value / 100 : undefined);
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
    asMarkdown(textOf(job.descriptionPlain) || textOf(job.description)),
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
  const address =
    isRecord(job.address) && isRecord(job.address.postalAddress) ? job.address.postalAddress : {};
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
