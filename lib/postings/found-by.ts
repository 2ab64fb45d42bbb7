import { bandOf } from "@/lib/taxonomy/rules";
import type { Band } from "@/lib/taxonomy/terms";
import { bandWords } from "@/lib/taxonomy/words";

/** The words of a level in a title, as one pattern each. A posting whose title has none is of the level of its band. */
export const levels = {
  junior: "junior|jr|entry|graduate|intern|trainee",
  mid: "mid|middle|intermediate",
  senior: "senior|sr|staff|lead|principal|head",
};

/** What people type to find a posting of a band whose title names no level. */
const typedForBand: Record<Band, string> = {
  entry: "“junior” or “entry”",
  mid: "“mid”",
  senior: "“senior”",
  principal: "“principal”",
};

/** "5+ years: band Mid. Searches for “senior” find it because the title says so.": the band of a posting and the level that it is found by. */
export function levelInWords(title: string, experienceMin: number | null): string {
  const band = bandOf(experienceMin);
  const named = new RegExp(`\\b(?:${Object.values(levels).join("|")})\\b`, "i")
    .exec(title)?.[0]
    .toLowerCase();
  const years = band
    ? `${experienceMin}+ years: band ${bandWords[band]}.`
    : "No minimum of years, so no band.";
  if (named) return `${years} Searches for “${named}” find it, because the title says so.`;
  return band
    ? `${years} Searches for ${typedForBand[band]} find it, because the title names no level.`
    : `${years} Searches for a level do not find it, because the title names none.`;
}
