import { matchInputsOf } from "@/lib/matching/record";
import { postingFacts, profileFacts } from "@/lib/matching/rules/facts";
import { type StoredMatch, storedMatch } from "@/lib/matching/stored";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { skillEntries } from "@/lib/taxonomy/catalogue";
import { inMinor, type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import type { Degree, Employment, Workplace } from "@/lib/taxonomy/terms";
import type { Lived } from "./lives";
import { cityIn } from "./places";

const edges = {
  implies: skillEntries.flatMap(({ slug, implies }) =>
    implies.map((other): [string, string] => [slug, other]),
  ),
  related: skillEntries.flatMap(({ slug, related }) =>
    related.map((other): [string, string] => [slug, other]),
  ),
  labels: Object.fromEntries(skillEntries.map(({ slug, label }) => [slug, label])),
};

/** What was kept with an application that was sent at `at`. */
export function matchOf(
  { posting }: Lived,
  profile: OwnProfile,
  rates: ReadonlyMap<string, Rate>,
  at: Date,
  holds: { job: boolean; education: boolean },
): StoredMatch {
  const { salary, window, places = [] } = posting;
  const mustsFirst = <T extends { slug: string; must?: boolean }>(tags: readonly T[] = []) =>
    tags.map((tag) => ({ ...tag, must: tag.must ?? true })).sort((a, b) => Number(b.must) - Number(a.must));
  const rate = salary && rates.get(salary.currency);
  const max = salary && rate && yearlyUsd(inMinor(salary.max, rate.minorDigits), salary.period, rate);
  const asked = postingFacts(
    {
      responsibilities: mustsFirst(posting.responsibilities),
      skills: mustsFirst(posting.skills).map(({ minYears = null, ...skill }) => ({ ...skill, minYears })),
      experience: { min: posting.experienceMin ?? null },
      degree: {
        level: posting.degree?.level ?? null,
        equalExperience: posting.degree?.equalExperience ?? true,
      },
      salary: max ? { yearlyUsd: { max } } : null,
      workplace: posting.workplace ?? null,
      places,
      hiringCountries: posting.hiringCountries ?? [],
      employment: posting.employment ?? null,
    },
    {
      window: window ? { start: window.start, end: window.end, ahead: aheadOf(window.zone, at) } : null,
      placesAhead: places.flatMap(({ city, country }) =>
        city ? [aheadOf(cityIn(city, country).timezone, at)] : [],
      ),
    },
  );
  const slugs = (tags: readonly { slug: string }[]) => tags.map(({ slug }) => slug);
  const said = profileFacts(
    {
      ...profile,
      degree: profile.degree && { level: profile.degree.level as Degree },
      no: { skills: slugs(profile.no.skills), responsibilities: slugs(profile.no.responsibilities) },
      workplaces: profile.workplaces as Workplace[] | undefined,
      employment: profile.employment as Employment[] | undefined,
    },
    {
      rate: (profile.salary && rates.get(profile.salary.currency)) ?? null,
      ahead: profile.timezone ? aheadOf(profile.timezone, at) : null,
    },
    holds,
  );
  return storedMatch(matchInputsOf(asked, said, edges));
}

/** What a zone is ahead of UTC, in minutes. */
function aheadOf(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
