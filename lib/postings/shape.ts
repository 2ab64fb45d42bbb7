import type { Band, Degree, Employment, Period, RequestBand, Workplace } from "@/lib/taxonomy/terms";

/**
 * A posting as everyone may see it: the API's shape, and what pages draw. Amounts are in units of the currency (at most two
 * decimals), yearly dollars whole, times ISO 8601 in UTC; what is not known is null.
 */
export type PublicPosting = {
  id: string;
  slug: string;
  url: string;
  title: string;
  company: { slug: string; name: string; verified: boolean };
  skills: { slug: string; label: string; must: boolean; minYears: number | null }[];
  responsibilities: { slug: string; label: string; must: boolean }[];
  degree: { level: Degree | null; field: string | null; equalExperience: boolean };
  experience: { min: number | null; max: number | null; band: Band | null };
  salary: {
    min: number;
    max: number;
    currency: string;
    period: Period;
    yearlyUsd: { min: number; max: number };
  };
  workplace: Workplace;
  places: { city: string | null; country: string }[];
  hiringCountries: string[];
  employment: Employment;
  reality: Reality;
  replyDays: number;
  answerRate: number | null;
  publishedAt: string;
  confirmedAt: string;
  expiresAt: string;
  description: string;
};

/** In lists, without the description. */
export type ListedPosting = Omit<PublicPosting, "description">;

/** What a page needs besides the API's posting. */
export type PageFacts = { claimed: boolean; externalUrl: string | null; companyId: string };

/** A posting of a page as the API gives it. */
export function withoutPageFacts<Posting extends ListedPosting & PageFacts>(posting: Posting) {
  const { claimed: _, externalUrl: __, companyId: ___, ...shown } = posting;
  return shown;
}

export type Reality = {
  onCall: { everyWeeks: number | null; paid: boolean | null } | null;
  datastores: string[] | null;
  deploysPerWeek: number | null;
  requestsPerSecond: RequestBand | null;
  takeHome: { hours: number; paid: boolean | null } | null;
  interview: { stages: number | null; hours: number | null } | null;
  teamSize: number | null;
  complete: boolean;
};
