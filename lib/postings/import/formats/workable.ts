import { type ImportedPosting, Unreadable } from "../input";
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
  if (unlisted.includes(textOf(job.state))) throw new Unreadable("its job board does not list it");
  const own = isRecord(job.location) ? job.location : job;
  const listed = Array.isArray(job.locations) ? job.locations.filter(isRecord) : [];
  const places = (listed.length > 0 ? listed : [own]).map(placeOf).filter(Boolean);
  const workplace = textOf(own.workplace_type ?? job.workplace_type ?? job.workplace).replaceAll("_", "-");
  const marks = [own.telecommuting, job.telecommuting, job.remote];
  const isRemote = marks.includes(true);
  const posting = postingOf(
    {
      id: job.shortcode ?? job.id,
      title: job.title ?? job.full_title,
      company: textOf(job.company) || company,
      url: job.url ?? job.shortlink ?? job.application_url,
      location: places,
      workplace,
      isRemote,
      employmentType: job.employment_type ?? hours[textOf(job.type)] ?? job.type,
      experience: job.experience,
      education: job.education,
      salary: salaryIn(job.salary),
      postedAt: job.published_on ?? job.published ?? job.created_at,
    },
    fallbackId,
  );
  const description = [job.description, job.requirements].map((part) => asMarkdown(textOf(part)));
  const isRemoteOnly = posting.workplace === "remote";
  return {
    ...posting,
    description: description.filter(Boolean).join("\n\n"),
    // Where a mark denies remote work, a place is where the work is done.
    ...(marks.includes(false) && posting.places.length > 0 && { presumedWorkplace: "onsite" as const }),
    // A remote job's place is where the company hires.
    ...(isRemoteOnly &&
      posting.hiringCountries.length === 0 && {
        hiringCountries: [...new Set(posting.places.flatMap(({ country }) => country ?? []))],
      }),
  };
}

/** States of a job that is not for others to show; in some of its lists a state is one of a country. */
const unlisted = ["draft", "closed", "archived"];
const hours: Record<string, string> = { full: "full-time", part: "part-time" };

const salaryIn = (salary: unknown) =>
  isRecord(salary)
    ? { min: salary.salary_from, max: salary.salary_to, currency: salary.salary_currency }
    : undefined;

const placeOf = (place: Fields) =>
  [place.city, place.region ?? place.state, place.country ?? place.countryCode ?? place.country_code]
    .map(textOf)
    .filter(Boolean)
    .join(", ");
