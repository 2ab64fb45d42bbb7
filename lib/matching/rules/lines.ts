import { degreeRank } from "@/lib/taxonomy/rules";
import type { Degree } from "@/lib/taxonomy/terms";
import type { PostingFacts, ProfileFacts } from "./facts";
import { type Credit, credit, had, inYears, ownReason, type Standing, skillCredit } from "./standing";

export type LineKind = "responsibility" | "skill" | "experience" | "degree";

/** One requirement of a posting, and what a profile brings to it. */
export type Line = Credit & { kind: LineKind; slug: string | null; must: boolean; weight: number };

/** Rules, version 1. */
export const weights = { must: 3, nice: 1, experience: 3, degree: 2 } as const;

/**
 * The lines of a posting in the order of the sheet: responsibilities, skills (each as the posting lists them, must before nice), experience,
 * degree. The rules name the kinds in this order; where two unknown lines weigh the same, the first is asked about. What a posting does
 * not ask is no line: no minimum, or 0 years; no degree, or the level `none`. Experience and degree have no slug, and are never nice.
 */
export function linesOf(
  posting: PostingFacts,
  profile: ProfileFacts,
  standings: ReadonlyMap<string, Standing>,
): Line[] {
  const { experienceMin, degree } = posting;
  const duties = new Map(profile.responsibilities.map(({ slug, evidence }) => [slug, evidence]));
  const denied = new Set(profile.no.responsibilities);
  const tag = (kind: LineKind, slug: string, must: boolean, given: Credit): Line => ({
    ...given,
    kind,
    slug,
    must,
    weight: must ? weights.must : weights.nice,
  });
  return [
    ...posting.responsibilities.map(({ slug, must }) =>
      tag("responsibility", slug, must, dutyCredit(duties.get(slug), denied.has(slug))),
    ),
    ...posting.skills.map(({ slug, must, minYears }) =>
      tag("skill", slug, must, skillCredit(standings.get(slug), minYears)),
    ),
    ...(experienceMin !== null && experienceMin > 0
      ? [whole("experience", weights.experience, experienceCredit(experienceMin, profile))]
      : []),
    ...(degree.level !== null && degree.level !== "none"
      ? [whole("degree", weights.degree, degreeCredit(degree.level, posting, profile))]
      : []),
  ];
}

const whole = (kind: LineKind, weight: number, given: Credit): Line => ({
  ...given,
  kind,
  slug: null,
  must: true,
  weight,
});

function dutyCredit(evidence: number | undefined, isDenied: boolean): Credit {
  if (isDenied) return credit("missing", "answered no");
  return evidence === undefined ? credit("unknown", "not stated") : had(evidence, ownReason(evidence));
}

/** Why a degree is had that years stand in for. */
export const byExperience = "by experience";

/** At least the minimum is had; less than a year short is partial; a whole year short or more is missing. */
function experienceCredit(minimum: number, { years, hasJob }: ProfileFacts): Credit {
  if (years === null) return credit("unknown", "years not stated");
  if (years >= minimum) return had(hasJob ? 1 : 0, `${inYears(years)}, ${minimum} asked`);
  return credit(years > minimum - 1 ? "partial" : "missing", `${years} of ${inYears(minimum)}`);
}

/**
 * At or above the asked degree is had. Below it, where equal experience will do: had by experience with the posting's minimum years (0 where
 * it has none) and 2 more for each step between the degrees; unknown where no years are stated; else missing. Below, where it will not do:
 * missing. A degree that is not stated counts as none for experience, and is unknown otherwise.
 *
 * A degree had by experience is shown by a job, not by studies.
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
  if (equalExperience && years !== null && years >= instead) return had(hasJob ? 1 : 0, byExperience);
  if (degree === null) return credit("unknown", names);
  if (!equalExperience) return credit("missing", names);
  if (years === null) return credit("unknown", `${names}; years not stated`);
  return credit("missing", `${names}; ${years} of ${inYears(instead)} that would do instead`);
}

const degreeName = (degree: Degree) => (degree === "none" ? "no degree" : degree);

/** What to ask where the line of a degree is unknown: the degree, or once that is stated the years that may stand in for it. */
export const askForDegree = (stated: Degree | null) => (stated === null ? "degree" : "experience");
