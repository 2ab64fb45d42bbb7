import { countryName } from "@/lib/taxonomy/countries";
import { countryCode } from "@/lib/taxonomy/country-names";
import { type ImportedPosting, Unreadable } from "../input";
import { asMarkdown } from "../markup";
import { type Fields, isRecord, postingOf, textOf } from "../record";

/** The sections of an advert in their order; the one about the company is no part of the posting. */
const sections = ["jobDescription", "qualifications", "additionalInformation"];

/** A posting of SmartRecruiters' posting API, of its list (which has no text) or by itself. */
export function smartRecruitersPosting(job: Fields, fallbackId: string): ImportedPosting {
  if (job.active === false) throw new Unreadable("its job board does not list it");
  const recordIn = (value: unknown): Fields => (isRecord(value) ? value : {});
  const [location, company] = [recordIn(job.location), recordIn(job.company)];
  const texts = recordIn(recordIn(job.jobAd).sections);
  const posting = postingOf(
    {
      id: job.id ?? job.uuid,
      title: job.name,
      company: company.name ?? company.identifier,
      url: job.postingUrl ?? job.applyUrl ?? job.ref,
      location: [location.city, location.region, countryIn(location)].map(textOf).filter(Boolean).join(", "),
      workplace: location.hybrid === true ? "hybrid" : location.remote === true ? "remote" : "",
      employmentType: [job.typeOfEmployment].flat().map(labelOf),
      salary: job.compensation,
      postedAt: job.releasedDate,
    },
    fallbackId,
  );
  const description = sections
    .map((name) => recordIn(texts[name]))
    .map(({ title, text }) => ({ title: textOf(title), text: asMarkdown(textOf(text)) }))
    .filter(({ text }) => text !== "")
    .map(({ title, text }) => (title ? `### ${title}\n\n${text}` : text));
  return {
    ...posting,
    description: description.join("\n\n"),
    // Two marks, for remote and for hybrid work: without either, a place is where the work is done.
    ...(posting.places.length > 0 && { presumedWorkplace: "onsite" as const }),
  };
}

/** Codes are in small letters there; "in" and "de" are no words. */
function countryIn(location: Fields): string {
  const written = textOf(location.country);
  const code = countryCode(written.length === 2 ? written.toUpperCase() : written);
  return code ? countryName(code) : written;
}

const labelOf = (value: unknown) =>
  isRecord(value) ? textOf(value.label) || textOf(value.id) : textOf(value);
