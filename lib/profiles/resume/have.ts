import { asRefusal } from "@/lib/errors";
import { haveLine } from "@/lib/reading/have";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { openText } from "./read";

/** So that the time of the first call counts what was sent alone. */
export { warmUp } from "@/lib/reading/posting";

/** Skills in a line: those that a résumé tells of first. */
const mostSkills = 40;

/** What a pasted résumé says of skills, years and degree, as a line that `readHave` reads; null for what is no résumé. As of `now`. */
export function haveOfResume(text: string, now: Date): string | null {
  try {
    const { skills, years, degree } = openText(text).read(now).reading;
    return haveLine({
      skills: skills.slice(0, mostSkills).map(({ slug, years: each }) => ({
        slug,
        label: skillEntry(slug)?.label ?? slug,
        years: each ?? null,
      })),
      years: years?.value ?? null,
      degree: degree?.value.level ?? null,
    });
  } catch (error) {
    if (asRefusal(error)) return null;
    throw error;
  }
}
