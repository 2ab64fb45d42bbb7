import { counted } from "@/lib/plural";
import { impliedBy } from "@/lib/taxonomy/rules";
import type { Edges, ProfileFacts } from "./facts";

/** The state of a line (rules, version 1). From best to worst, except that `missing` wins over `unknown`. */
export type State = "evidenced" | "claimed" | "partial" | "unknown" | "missing";

/** What a line is had by, where that is not the thing it asks for: a skill that implies it, or years of experience instead of a degree. */
export type HadBy = { kind: "skill"; slug: string } | { kind: "experience" };

/** What a line counts for, in halves (0 to 2), so that all sums are whole numbers. */
export type Credit = {
  state: State;
  lowHalves: number;
  highHalves: number;
  reason: string;
  by: HadBy | null;
};

/** All that a profile says about one skill, directly and through other skills. */
export type Standing = {
  /** Under `no`. */
  isDenied: boolean;
  own: { years: number | null; evidence: number } | null;
  /** The named skill that implies it: one with evidence before one without, then by slug. */
  implied: { slug: string; label: string; evidence: number } | null;
  /** The label of the named skill that it is related to: the first by slug. */
  relatedTo: string | null;
};

const halves = {
  evidenced: [2, 2],
  claimed: [2, 2],
  partial: [1, 1],
  unknown: [0, 2],
  missing: [0, 0],
} as const;

export function credit(state: State, reason: string, by: HadBy | null = null): Credit {
  const [lowHalves, highHalves] = halves[state];
  return { state, lowHalves, highHalves, reason, by };
}

/** What the profile has counts in full, with and without evidence. */
export const had = (evidence: number, reason: string, by: HadBy | null = null) =>
  credit(evidence > 0 ? "evidenced" : "claimed", reason, by);

/** Had for an unknown time where years are asked: a half is certain, the other half is open. */
const hadWithoutYears = (reason: string, by: HadBy | null = null): Credit => ({
  state: "claimed",
  lowHalves: 1,
  highHalves: 2,
  reason,
  by,
});

/**
 * What the profile says about each skill, by slug; skills that it says nothing about are left out. `implies` is followed to its end from the
 * named skills; `related` is one step from the named skills, in both directions. A skill under `no` stays in: it only denies itself.
 */
export function standingsOf(profile: ProfileFacts, edges: Edges): Map<string, Standing> {
  const implies = grouped(edges.implies);
  const related = grouped(
    edges.related.flatMap(([one, other]): [string, string][] => [
      [one, other],
      [other, one],
    ]),
  );
  const standings = new Map<string, Standing>();
  const at = (slug: string) => {
    const known = standings.get(slug);
    if (known) return known;
    const standing: Standing = { isDenied: false, own: null, implied: null, relatedTo: null };
    standings.set(slug, standing);
    return standing;
  };
  const label = (slug: string) => edges.labels[slug] ?? slug;
  for (const slug of profile.no.skills) at(slug).isDenied = true;
  // By slug, so that the order of the input does not decide between two equal reasons.
  const named = [...profile.skills].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  for (const { slug, years, evidence } of named) {
    at(slug).own = { years, evidence };
    for (const shown of impliedBy([slug], (from) => implies.get(from))) {
      const standing = at(shown);
      if (shown !== slug && (!standing.implied || (standing.implied.evidence === 0 && evidence > 0)))
        standing.implied = { slug, label: label(slug), evidence };
    }
    for (const other of related.get(slug) ?? []) at(other).relatedTo ??= label(slug);
  }
  return standings;
}

/**
 * What a skill's line counts for. Without `minYears` the best state wins: evidenced, claimed, partial. With it, the way that counts most wins:
 * the skill itself with enough years, then had without years (0.5 to 1), then the skill itself with too few years, then a related one. The
 * last two count the same, and the reason names the skill itself.
 *
 * Too few years matter for the skill's own line only: Django with too few years still implies Python in full.
 */
export function skillCredit(standing: Standing | undefined, minYears: number | null): Credit {
  if (!standing) return credit("unknown", "not stated");
  // A no comes first: it is an answer about this very skill.
  if (standing.isDenied) return credit("missing", "answered no");
  return minYears === null ? plainCredit(standing) : yearsCredit(standing, minYears);
}

function plainCredit({ own, implied, relatedTo }: Standing): Credit {
  if (implied && (own === null || (own.evidence === 0 && implied.evidence > 0)))
    return had(implied.evidence, `implied by ${implied.label}`, bySkill(implied.slug));
  if (own) return had(own.evidence, ownReason(own.evidence));
  if (relatedTo !== null) return credit("partial", `related to ${relatedTo}`);
  return credit("unknown", "not stated");
}

function yearsCredit(standing: Standing, minYears: number): Credit {
  const { own, implied, relatedTo } = standing;
  if (own?.years != null && own.years >= minYears)
    return had(own.evidence, `${counted(own.years, "year")}, ${minYears} asked`);
  // By the rules the state is claimed, with and without evidence.
  if (own?.years === null) return hadWithoutYears("years not stated");
  if (implied)
    return hadWithoutYears(
      own
        ? `implied by ${implied.label}, ${own.years} of ${counted(minYears, "year")} stated`
        : `implied by ${implied.label}, years not stated`,
      bySkill(implied.slug),
    );
  if (own) return credit("partial", `${own.years} of ${counted(minYears, "year")}`);
  if (relatedTo !== null) return credit("partial", `related to ${relatedTo}`);
  return credit("unknown", "not stated");
}

/** A skill as statements need it: what it counts where no years are asked, the years it has, and what it counts where more are asked. */
export function skillTerms(standing: Standing): { plain: Credit; years: number | null; short: Credit } {
  const years = standing.isDenied ? null : (standing.own?.years ?? null);
  return {
    plain: skillCredit(standing, null),
    years,
    short: skillCredit(standing, Number.POSITIVE_INFINITY),
  };
}

export const ownReason = (evidence: number) =>
  evidence === 0 ? "named, without evidence" : `${counted(evidence, "piece")} of evidence`;

const bySkill = (slug: string): HadBy => ({ kind: "skill", slug });

function grouped(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const group = groups.get(from);
    if (group) group.push(to);
    else groups.set(from, [to]);
  }
  return groups;
}
