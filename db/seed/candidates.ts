import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { skillEntry, skillsImpliedBy } from "@/lib/taxonomy/catalogue";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { bandOf } from "@/lib/taxonomy/rules";
import type { Degree } from "@/lib/taxonomy/terms";
import type { CandidatePerson } from "./cast";
import { demoEvidence } from "./evidence";
import { wantedOf } from "./pay";
import type { CandidateSource } from "./people";
import { cityIn } from "./places";
import { type Chance, chance } from "./random";
import { stacks } from "./stacks";

/** What a candidate says of themselves: full for most, sparse for some, nothing for two. */
export function profileOf({ email, source }: CandidatePerson): OwnProfile {
  const by = chance(`profile/${email}`);
  if (source.years === 0 && !source.headline) return nothing;
  if (!source.headline || by.often(0.1)) return sparse(source, by);
  const skills = skillsOf(source, by);
  return {
    ...nothing,
    headline: source.headline,
    searchable: by.often(0.8),
    years: source.years,
    degree: degreeOf(by),
    skills,
    responsibilities: labelled(by.some(responsibilityEntries, by.between(2, 8))),
    no: {
      skills: by.often(0.4) ? noSkills(skills, by) : [],
      responsibilities: [],
    },
    ...(by.often(0.8) && { salary: wantedOf(source.country, bandOf(source.years) ?? "entry", by) }),
    ...(by.often(0.85) && { workplaces: by.some(["remote", "hybrid", "onsite"], by.between(1, 3)) }),
    ...(by.often(0.85) && {
      countries: [source.country, ...(by.often(0.4) ? neighboursOf(source.country) : [])],
    }),
    ...(by.often(0.8) && { timezone: cityIn(source.city, source.country).timezone }),
    ...(by.often(0.7) && { employment: ["full-time", ...(by.often(0.3) ? ["contract"] : [])] }),
  };
}

/** The profile of candidate@example.com. */
export const demoProfile: OwnProfile = {
  headline: "Backend developer, payments and event-driven systems",
  searchable: true,
  years: 6.5,
  degree: { level: "bachelor", field: "computer science" },
  salary: { min: 72_000, currency: "EUR" },
  workplaces: ["remote", "hybrid"],
  countries: ["DE", "AT", "NL"],
  timezone: "Europe/Berlin",
  employment: ["full-time"],
  skills: (
    [
      ["java", 6],
      ["spring-boot", 5],
      ["kotlin", 3],
      ["postgresql", 6],
      ["kafka", 3.5],
      ["docker", 5],
      ["kubernetes", 2],
      ["go", 1],
      ["testcontainers", null],
      ["idempotency", null],
      ["payments", 3],
      ["code-review", null],
    ] as const
  ).map(([slug, years]) => ({ ...named(slug, years), ...shownBy("skills", slug) })),
  responsibilities: labelled(
    responsibilityEntries.filter(({ slug }) =>
      [
        "server-side-logic",
        "data-storage-and-payments",
        "testing-and-maintenance",
        "application-troubleshooting",
        "api-integration",
        "debugging",
      ].includes(slug),
    ),
  ).map((responsibility) => ({ ...responsibility, ...shownBy("responsibilities", responsibility.slug) })),
  no: {
    skills: [plain("php"), plain("scala")],
    responsibilities: labelled(
      responsibilityEntries.filter(({ slug }) => slug === "content-management-systems"),
    ),
  },
};

function shownBy(list: "skills" | "responsibilities", slug: string) {
  const evidence = demoEvidence.filter((piece) => (piece[list] as string[]).includes(slug)).length;
  return evidence > 0 ? { evidence } : {};
}

const nothing: OwnProfile = {
  headline: "",
  searchable: false,
  skills: [],
  responsibilities: [],
  no: { skills: [], responsibilities: [] },
};

function sparse(source: CandidateSource, by: Chance): OwnProfile {
  const { core } = stacks[source.stack] as (typeof stacks)[string];
  return {
    ...nothing,
    headline: source.headline,
    ...(by.often(0.5) && { years: source.years }),
    skills: by.some(core, 2).map((slug) => named(slug, null)),
    ...(by.often(0.4) && { workplaces: ["remote"] }),
  };
}

const practices = [
  "code-review",
  "unit-testing",
  "api-design",
  "observability",
  "schema-design",
  "pair-programming",
];

function skillsOf({ stack, years }: CandidateSource, by: Chance) {
  const { core, usual, nice } = stacks[stack] as (typeof stacks)[string];
  const known = [
    ...core,
    ...by.some(usual, by.between(2, 5)),
    ...by.some(nice, by.between(1, 4)),
    ...by.some(practices, by.between(0, 2)),
  ];
  const answers = [...new Set(known)].map((slug, at) => {
    const most = at < core.length ? years : Math.ceil(years * 0.7);
    return named(slug, by.often(0.75) ? Math.max(0.5, by.between(Math.ceil(most / 2), most)) : null);
  });
  return answers.sort(byLabel);
}

/** Some that people say no to, unless what they have shows it. */
function noSkills(skills: OwnProfile["skills"], by: Chance) {
  const has = new Set(skills.map(({ slug }) => slug));
  const shown = skillsImpliedBy(has);
  const refused = [
    "php",
    "java",
    "csharp",
    "mongodb",
    "cobol",
    "scala",
    "react",
    "kubernetes",
    "aws",
    "graphql",
  ];
  return by
    .some(
      refused.filter((slug) => !has.has(slug) && !shown.has(slug)),
      by.between(1, 3),
    )
    .map(plain)
    .sort(byLabel);
}

function degreeOf(by: Chance) {
  const level = by.weigh<Degree>({ none: 2, associate: 1, bachelor: 5, master: 4, doctorate: 0.6 });
  return {
    level,
    field:
      level === "none"
        ? null
        : by.pick(["computer science", "physics", "mathematics", "software engineering"]),
  };
}

const unions = [
  ["DE", "AT", "NL", "FR", "ES", "PT", "PL", "CZ", "RO", "IE", "DK", "SE", "FI", "EE"],
  ["US", "CA"],
  ["AU", "NZ"],
  ["NG", "KE", "ZA"],
];
const neighboursOf = (country: string) =>
  (unions.find((union) => union.includes(country)) ?? []).filter((other) => other !== country).slice(0, 3);

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, "en");

function plain(slug: string) {
  const skill = skillEntry(slug);
  if (!skill) throw new Error(`The taxonomy has no “${slug}”.`);
  return { slug, label: skill.label };
}

function named(slug: string, years: number | null) {
  return { ...plain(slug), years };
}

function labelled(entries: { slug: string; label: string }[]) {
  return entries.map(({ slug, label }) => ({ slug, label }));
}
