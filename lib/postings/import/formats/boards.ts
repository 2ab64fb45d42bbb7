import { type ImportedPosting, Unreadable } from "../input";
import { asMarkdown } from "../markup";
import { type Fields, isRecord, postingOf, textOf } from "../record";
import { periodIn, salaryIn, salaryOf } from "../terms";

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
  return {
    ...posting,
    tags: [],
    salary: (range ? salaryIn(asMarkdown(range).replace(/\s+/g, " ")) : null) ?? posting.salary,
  };
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

/** A job of an Ashby board. One that the board keeps off its list is not for others to show. */
export function ashbyPosting(job: Fields, fallbackId: string): ImportedPosting {
  if (job.isListed === false) throw new Unreadable("its board does not list it");
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
    },
    fallbackId,
  );
  return { ...posting, salary: isRecord(job.compensation) ? ashbySalary(job.compensation) : null };
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

function ashbySalary(compensation: Fields) {
  const parts = Array.isArray(compensation.summaryComponents) ? compensation.summaryComponents : [];
  const base = parts.filter(isRecord).find((part) => textOf(part.compensationType) === "Salary");
  const amount = (value: unknown) => (typeof value === "number" ? value : null);
  const stated =
    base &&
    salaryOf(
      amount(base.minValue),
      amount(base.maxValue),
      textOf(base.currencyCode),
      periodIn(textOf(base.interval)),
    );
  if (stated) return stated;
  // "$81K – $87K • Offers Equity": only the first part is pay.
  const summary =
    textOf(compensation.scrapeableCompensationSalarySummary) ||
    textOf(compensation.compensationTierSummary).split("•", 1)[0];
  return salaryIn(summary ?? "");
}
