import { DataItem, DataList } from "@/app/_ui/data-list";
import { Section } from "@/app/_ui/section";
import { counted } from "@/lib/plural";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { countryName } from "@/lib/taxonomy/countries";
import type { Degree } from "@/lib/taxonomy/terms";
import { bandWords, degreeWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";

export type Fact = { term: string; detail: string };

/** What a profile says of its person, a fact each; what it does not say is left out. */
export const factsOfPerson = ({ years, degree }: Partial<OwnProfile>): Fact[] =>
  stated([
    ["Experience", years !== undefined && counted(years, "year")],
    ["Degree", degree && [degreeWords[degree.level as Degree], degree.field].filter(Boolean).join(", ")],
  ]);

/** What a profile wants, likewise. */
export const factsOfWants = (profile: Partial<OwnProfile>): Fact[] => {
  const { salary, workplaces, employment, bands, countries, timezone, overlapHours } = profile;
  return stated([
    [
      "Wants at least",
      salary &&
        `${new Intl.NumberFormat("en", { style: "currency", currency: salary.currency, maximumFractionDigits: 0 }).format(salary.min)} a year`,
    ],
    ["Workplace", workplaces?.map(wordOf(workplaceWords)).join(", ")],
    ["Employment", employment?.map(wordOf(employmentWords)).join(", ")],
    ["Levels looked for", bands?.map((band) => bandWords[band]).join(", ")],
    ["Can work in", countries?.map(countryName).join(", ")],
    ["Time zone", timezone?.replaceAll("_", " ")],
    ["Hours in common", overlapHours && `at least ${overlapHours}`],
  ]);
};

const stated = (facts: [string, string | number | false | null | undefined][]): Fact[] =>
  facts.flatMap(([term, detail]) => (detail ? [{ term, detail: String(detail) }] : []));

/** What a profile says, as an employer reads it; what it does not say is left out. */
export function ProfileFacts({ profile }: { profile: Partial<OwnProfile> }) {
  const { headline, skills = [], responsibilities = [], no } = profile;
  const facts = [...factsOfPerson(profile), ...factsOfWants(profile)];
  return (
    <Section title="Profile">
      {headline && <p className="mb-3 text-md">{headline}</p>}
      <Facts facts={facts} />
      <Listed
        title="Skills"
        items={skills.map(({ label, years: of, level, lastUsed, evidence }) =>
          [
            label,
            of !== null && counted(of, "year"),
            level,
            lastUsed && `last used ${lastUsed}`,
            shownBy(evidence),
          ]
            .filter(Boolean)
            .join(", "),
        )}
      />
      <Listed
        title="Responsibilities"
        items={responsibilities.map(({ label, evidence }) =>
          [label, shownBy(evidence)].filter(Boolean).join(", "),
        )}
      />
      <Listed title="Does not have" items={(no?.skills ?? []).map(({ label }) => label)} />
      <Listed title="Has not done" items={(no?.responsibilities ?? []).map(({ label }) => label)} />
      {facts.length + skills.length + responsibilities.length === 0 && (
        <p className="text-ink-3">This profile is empty.</p>
      )}
    </Section>
  );
}

/** Facts of a profile, a line each; nothing where there are none. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <DataList>
      {facts.map(({ term, detail }) => (
        <DataItem key={term} label={term}>
          {detail}
        </DataItem>
      ))}
    </DataList>
  );
}

/** What a closed list calls a value; one that is no longer in it by itself. */
const wordOf = (words: Record<string, string>) => (value: string) => words[value] ?? value;

/** Jobs, projects and the like that show it; a claim says nothing of it. */
const shownBy = (evidence = 0) => evidence > 0 && `${counted(evidence, "piece")} of evidence`;

/** A short list in one paragraph under a heading; nothing where it is empty. */
export function Listed({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="eyebrow">{title}</h3>
      <p className="mt-1">{items.join(" · ")}</p>
    </div>
  );
}
