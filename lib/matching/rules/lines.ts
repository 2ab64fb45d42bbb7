import { counted } from "@/lib/plural";
import { degreeRank } from "@/lib/taxonomy/rules";
import type { Degree } from "@/lib/taxonomy/terms";
import type { PostingFacts, ProfileFacts } from "./facts";
import { type Credit, credit, had, ownReason, type Standing, skillCredit } from "./standing";

/** One requirement of a posting. */
export type Requirement =
  | { kind: "responsibility"; slug: string }
  | { kind: "skill"; slug: string; minYears: number | null }
  | { kind: "experience"; years: number }
  | { kind: "degree"; level: Degree; equalExperience: boolean };

export type LineKind = Requirement["kind"];

/** What a posting asks, and what a profile brings to it. */
export type Line = Credit & { asks: Requirement; must: boolean; weight: number };

/** Rules, version 1. */
export const weights = { must: 3, nice: 1, experience: 3, degree: 2 } as const;

/**
 * The lines of a posting in the order of the sheet: responsibilities, skills (each as the posting lists them, must before nice), experience,
 * degree. Where two unknown lines weigh the same, the first is asked about. A posting without a minimum of years (or with 0), or without a
 * degree (or with the level `none`), has no such line. Experience and degree are always must.
 */
export function linesOf(
  posting: PostingFacts,
  profile: ProfileFacts,
  standings: ReadonlyMap<string, Standing>,
): Line[] {
  const { experienceMin, degree } = posting;
  const responsibilities = new Map(profile.responsibilities.map(({ slug, evidence }) => [slug, evidence]));
  const denied = new Set(profile.no.responsibilities);
  const tag = (asks: Requirement, must: boolean, given: Credit): Line => ({
    ...given,
    asks,
    must,
    weight: must ? weights.must : weights.nice,
  });
  const lines = [
    ...posting.responsibilities.map(({ slug, must }) =>
      tag(
        { kind: "responsibility", slug },
        must,
        responsibilityCredit(responsibilities.get(slug), denied.has(slug)),
      ),
    ),
    ...posting.skills.map(({ slug, must, minYears }) =>
      tag({ kind: "skill", slug, minYears }, must, skillCredit(standings.get(slug), minYears)),
    ),
  ];
  if (experienceMin !== null && experienceMin > 0)
    lines.push({
      ...experienceCredit(experienceMin, profile),
      asks: { kind: "experience", years: experienceMin },
      must: true,
      weight: weights.experience,
    });
  if (degree.level !== null && degree.level !== "none")
    lines.push({
      ...degreeCredit(degree.level, posting, profile),
      asks: { kind: "degree", level: degree.level, equalExperience: degree.equalExperience },
      must: true,
      weight: weights.degree,
    });
  return lines;
}

/** What a responsibility's line counts for: `evidence` is how many pieces there are where it is had. */
export function responsibilityCredit(evidence: number | undefined, isDenied: boolean): Credit {
  if (isDenied) return credit("missing", "answered no");
  return evidence === undefined ? credit("unknown", "not stated") : had(evidence, ownReason(evidence));
}

/** At least the minimum is had; less than a year short is partial; a whole year short or more is missing. */
function experienceCredit(minimum: number, { years, hasJob }: ProfileFacts): Credit {
  if (years === null) return credit("unknown", "years not stated");
  if (years >= minimum) return had(hasJob ? 1 : 0, `${counted(years, "year")}, ${minimum} asked`);
  return credit(years > minimum - 1 ? "partial" : "missing", `${years} of ${counted(minimum, "year")}`);
}

/**
 * At or above the asked degree is had. Below it, where equal experience will do: had by experience with the posting's minimum years (0 where
 * it has none) and 2 more for each step between the degrees; unknown where no years are stated; else missing. Below, where it will not do:
 * missing. A degree that is not stated counts as none for experience, and is unknown otherwise.
 *
 * The evidence of a degree had by experience is a job, not a study.
 */
function degreeCredit(
  asked: Degree,
  { experienceMin, degree: { equalExperience } }: PostingFacts,
  { years, degree, hasJob, hasEducation }: ProfileFacts,
): Credit {
  const names = degree === null ? "degree not stated" : `${degreeName(degree)}, ${asked} asked`;
  const short = degreeRank(asked) - degreeRank(degree ?? "none");
  if (degree !== null && short <= 0) return had(hasEducation ? 1 : 0, names);
  const instead = (experienceMin ?? 0) + 2 * short;
  if (equalExperience && years !== null && years >= instead)
    return had(hasJob ? 1 : 0, "by experience", { kind: "experience" });
  if (degree === null) return credit("unknown", names);
  if (!equalExperience) return credit("missing", names);
  if (years === null) return credit("unknown", `${names}; years not stated`);
  return credit("missing", `${names}; ${years} of ${counted(instead, "year")} that would do instead`);
}

const degreeName = (degree: Degree) => (degree === "none" ? "no degree" : degree);

/** What to ask where the line of a degree is unknown: the degree, or once that is stated the years that may stand in for it. */
export const askForDegree = (stated: Degree | null) => (stated === null ? "degree" : "experience");
