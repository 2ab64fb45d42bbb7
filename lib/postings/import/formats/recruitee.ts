import type { ImportedPosting } from "../input";
import { asMarkdown } from "../markup";
import { type Fields, isRecord, postingOf, textOf } from "../record";

/** An offer of a Recruitee careers site. Where the work is done is told by three marks, its pay is an object or fields beside. */
export function recruiteePosting(offer: Fields, fallbackId: string): ImportedPosting {
  const listed = Array.isArray(offer.locations) ? offer.locations.filter(isRecord) : [];
  const places = (listed.length > 0 ? listed : [offer]).map(placeOf).filter(Boolean);
  const workplace = offer.hybrid === true ? "hybrid" : offer.remote === true ? "remote" : "";
  const posting = postingOf(
    {
      id: offer.id ?? offer.guid,
      title: offer.title,
      company: offer.company_name,
      url: offer.careers_url ?? offer.careers_apply_url,
      location: places.length > 0 ? places : offer.location,
      workplace: workplace || (offer.on_site === true ? "onsite" : ""),
      employmentType: employmentOf(textOf(offer.employment_type_code)),
      education: offer.education_code,
      salary: offer.salary,
      salaryMin: offer.min_salary,
      salaryMax: offer.max_salary,
      salaryCurrency: offer.salary_currency,
      salaryPeriod: offer.salary_period,
      postedAt: offer.published_at ?? offer.created_at,
      endsAt: offer.close_at,
      tags: offer.tags,
    },
    fallbackId,
  );
  const description = [offer.description, offer.requirements].map((part) => asMarkdown(textOf(part)));
  return { ...posting, description: description.filter(Boolean).join("\n\n") };
}

/** "fulltime_permanent" says the hours, "parttime_fixed_term" the kind of contract, which goes first where it is no permanent one. */
const employmentOf = (code: string) =>
  (code.includes("fixed_term") ? "fixed term" : code.replace(/_permanent$/, "")).replaceAll("_", " ");

const placeOf = (place: Fields) =>
  [place.city, place.state ?? place.state_name, place.country ?? place.country_code]
    .map(textOf)
    .filter(Boolean)
    .join(", ");
