import type { Raters } from "@/lib/applications/queries/ratings";

/** How many members have rated an applicant, and whether the reader has; null where nobody has. */
export const ratersWords = (raters: Raters | undefined): string | null =>
  raters ? `Rated by ${raters.raters}, ${raters.isOwn ? "also by you" : "not by you yet"}` : null;
