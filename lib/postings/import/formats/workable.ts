import type { ImportedPosting } from "../input";
import { asMarkdown } from "../markup";
import { type Fields, isRecord, postingOf, textOf } from "../record";

/** How the jobs of one Workable account are read. Only its head names the company. */
export function workableReader(head: string): (job: Fields, fallbackId: string) => ImportedPosting {
  const name = /^\s*\{\s*"name"\s*:\s*("(?:[^"\\]|\\.){1,200}")/.exec(head)?.[1];
  const company = name === undefined ? "" : asText(name);
  return (job, fallbackId) => workablePosting(job, company, fallbackId);
}

function asText(json: string): string {
  try {
    return textOf(JSON.parse(json));
  } catch {
    return "";
  }
}

function workablePosting(job: Fields, company: string, fallbackId: string): ImportedPosting {
  const own = isRecord(job.location) ? job.location : job;
  const listed = Array.isArray(job.locations) ? job.locations.filter(isRecord) : [];
  const places = (listed.length > 0 ? listed : [own]).map(placeOf).filter(Boolean);
  const workplace = textOf(own.workplace_type ?? job.workplace_type).replaceAll("_", "-");
  const isRemote = own.telecommuting === true || job.telecommuting === true || job.remote === true;
  const posting = postingOf(
    {
      id: job.shortcode ?? job.id,
      title: job.title ?? job.full_title,
      company: textOf(job.company) || company,
      url: job.url ?? job.shortlink ?? job.application_url,
      location: places,
      workplace,
      isRemote,
      employmentType: job.employment_type,
      salary: salaryIn(job.salary),
      postedAt: job.published_on ?? job.created_at,
    },
    fallbackId,
  );
  const description = [job.description, job.requirements].map((part) => asMarkdown(textOf(part)));
  const isRemoteOnly = posting.workplace === "remote";
  return {
    ...posting,
    description: description.filter(Boolean).join("\n\n"),
    // A remote job's place is where the company hires.
    ...(isRemoteOnly &&
      posting.hiringCountries.length === 0 && {
        hiringCountries: [...new Set(posting.places.flatMap(({ country }) => country ?? []))],
      }),
  };
}

const salaryIn = (salary: unknown) =>
  isRecord(salary)
    ? { min: salary.salary_from, max: salary.salary_to, currency: salary.salary_currency }
    : undefined;

const placeOf = (place: Fields) =>
  [place.city, place.region ?? place.state, place.country ?? place.countryCode ?? place.country_code]
    .map(textOf)
    .filter(Boolean)
    .join(", ");
