import { DataItem, DataList } from "@/app/_ui/data-list";
import { Section } from "@/app/_ui/section";
import { counted } from "@/lib/plural";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { countryName } from "@/lib/taxonomy/countries";
import type { Degree } from "@/lib/taxonomy/terms";
import { bandWords, degreeWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";

/** What a profile says, as an employer reads it; what it does not say is left out. */
export function ProfileFacts({ profile }: { profile: Partial<OwnProfile> }) {
  const {
    headline,
    years,
    degree,
    skills = [],
    responsibilities = [],
    no,
    salary,
    workplaces,
    employment,
    bands,
    countries,
    timezone,
    overlapHours,
  } = profile;
  const facts = [
    years !== undefined && { term: "Experience", detail: counted(years, "year") },
    degree && {
      term: "Degree",
      detail: [degreeWords[degree.level as Degree], degree.field].filter(Boolean).join(", "),
    },
    salary && {
      term: "Wants at least",
      detail: `${new Intl.NumberFormat("en", { style: "currency", currency: salary.currency, maximumFractionDigits: 0 }).format(salary.min)} a year`,
    },
    workplaces && { term: "Workplace", detail: workplaces.map(wordOf(workplaceWords)).join(", ") },
    employment && { term: "Employment", detail: employment.map(wordOf(employmentWords)).join(", ") },
    bands && { term: "Levels looked for", detail: bands.map((band) => bandWords[band]).join(", ") },
    countries && { term: "Can work in", detail: countries.map(countryName).join(", ") },
    timezone && { term: "Time zone", detail: timezone.replaceAll("_", " ") },
    overlapHours && { term: "Hours in common", detail: `at least ${overlapHours}` },
  ].filter((fact) => typeof fact === "object");
  return (
    <Section title="Profile">
      {headline && <p className="mb-3 text-md">{headline}</p>}
      {facts.length > 0 && (
        <DataList>
          {facts.map(({ term, detail }) => (
            <DataItem key={term} label={term}>
              {detail}
            </DataItem>
          ))}
        </DataList>
      )}
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

/** What a closed list calls a value; one that is no longer in it by itself. */
const wordOf = (words: Record<string, string>) => (value: string) => words[value] ?? value;

/** Jobs, projects and the like that show it; a claim says nothing of it. */
const shownBy = (evidence = 0) => evidence > 0 && `${counted(evidence, "piece")} of evidence`;

function Listed({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mt-4">
      <h3 className="eyebrow">{title}</h3>
      <p className="mt-1">{items.join(" · ")}</p>
    </div>
  );
}
