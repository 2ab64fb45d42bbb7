import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { slugOf, slugShape } from "@/lib/slug";
import { skillEntries, skillEntry, skillsImpliedBy } from "./catalogue";
import { listKnownCities } from "./cities";
import { articlePay } from "./data/article-pay";
import { exchangeRateTable } from "./data/exchange-rates";
import { responsibilityEntries } from "./data/responsibilities";
import { skillCategories } from "./input";
import { normalizeTerm } from "./rules";

const slugs = new Set(skillEntries.map(({ slug }) => slug));

test("every slug is unique and fit for an address", () => {
  expect(slugs.size).toBe(skillEntries.length);
  expect([...slugs].filter((slug) => !slugShape.test(slug))).toEqual([]);
  expect([...slugs].filter((slug) => slugOf(slug) !== slug)).toEqual([]);
});

test("the addresses of the cities stay what they are: saved searches hold them", () => {
  const all = listKnownCities().map(({ slug }) => slug);
  expect(all).toHaveLength(4005);
  expect(createHash("sha256").update(all.sort().join("\n")).digest("base64url")).toBe(
    "if6_odOVau6eWE4ykBtrTu6n6nWszhLzL8KvB6Yslsw",
  );
});

test("at least 600 technologies, with practices and concepts beside", () => {
  const count = (kind: string) => skillEntries.filter((entry) => entry.kind === kind).length;
  expect(count("technology")).toBeGreaterThanOrEqual(600);
  expect(count("practice")).toBeGreaterThanOrEqual(50);
  expect(count("concept")).toBeGreaterThanOrEqual(50);
  expect(skillEntries.filter(({ category }) => !skillCategories.includes(category))).toEqual([]);
});

test("every name leads to one skill", () => {
  const leadsTo = new Map<string, string>();
  const clashes: string[] = [];
  for (const { slug, label, aliases } of skillEntries) {
    for (const name of new Set([slug, label, ...aliases].map(normalizeTerm))) {
      const other = leadsTo.get(name);
      if (other !== undefined && other !== slug) clashes.push(`${name}: ${other}, ${slug}`);
      leadsTo.set(name, slug);
    }
  }
  expect(clashes).toEqual([]);
});

test("aliases are lower case, and none repeats its label or another alias", () => {
  const aliases = skillEntries.flatMap((entry) => entry.aliases);
  expect(aliases.filter((alias) => alias !== alias.toLowerCase() || alias.trim() !== alias)).toEqual([]);
  const repeated = skillEntries.filter(
    ({ label, aliases }) => new Set([label, ...aliases].map(normalizeTerm)).size !== aliases.length + 1,
  );
  expect(repeated.map(({ slug }) => slug)).toEqual([]);
});

test("every edge leads to a skill that is there, and not to itself", () => {
  const loose = skillEntries.flatMap(({ slug, implies, related }) =>
    [...implies, ...related].filter((target) => !slugs.has(target) || target === slug),
  );
  expect(loose).toEqual([]);
});

test("no skill implies itself by any way round", () => {
  expect([...slugs].filter((slug) => skillsImpliedBy([slug]).has(slug))).toEqual([]);
});

test("a related skill is neither implied nor implying", () => {
  const both = skillEntries.flatMap(({ slug, related }) => {
    const shown = skillsImpliedBy([slug]);
    return related.filter((other) => shown.has(other)).map((other) => `${slug}: ${other}`);
  });
  expect(both).toEqual([]);
});

test("related runs in both directions", () => {
  const oneWay = skillEntries.flatMap(({ slug, related }) =>
    related.filter((other) => !skillEntry(other)?.related.includes(slug)),
  );
  expect(oneWay).toEqual([]);
});

test("hints for reading are about the skill's own names", () => {
  const strange = skillEntries.flatMap(({ label, aliases, reading }) => {
    const names = [label, ...aliases].map(normalizeTerm);
    return Object.keys(reading).filter((name) => !names.includes(normalizeTerm(name)));
  });
  expect(strange).toEqual([]);
});

/** The article's skills, by its own headings. */
const namedByTheArticle = `
  java python php csharp javascript scala
  rails django flask express nodejs
  arrays linked-lists stacks queues graphs hash-tables binary-search-trees
  recursion iteration bubble-sort selection-sort insertion-sort quick-sort merge-sort binary-search
  breadth-first-search depth-first-search
  sql nosql mysql postgresql mongodb caching sqlalchemy slow-query-tuning schema-design multi-database-systems
  html css sass
  linux apache docker kubernetes hosting-administration scalability
  rest soap json xml gson
  git github gitlab
  unit-testing junit jenkins
  log-rotation reverse-proxies backup-and-maintenance data-transfer data-transformation scripting
  saas google-cloud
  agile scrum problem-solving communication interpersonal-skills
  security-structures security-compliance accessibility-compliance content-management-systems payments
  real-time-data-exchange
  nodejs-architecture npm package-management database-management error-handling api-communication
  server-administration front-end-development
`
  .trim()
  .split(/\s+/);

test("every skill that the article names is there and marked, and no other", () => {
  const marked = skillEntries.filter(({ article }) => article).map(({ slug }) => slug);
  expect(marked.sort()).toEqual([...namedByTheArticle].sort());
});

test("25 responsibilities, at places 1 to 25, with labels of at most 60 characters", () => {
  expect(responsibilityEntries.map(({ position }) => position)).toEqual(
    Array.from({ length: 25 }, (_, index) => index + 1),
  );
  expect(new Set(responsibilityEntries.map(({ slug }) => slug)).size).toBe(25);
  expect(responsibilityEntries.filter(({ label }) => label.length > 60)).toEqual([]);
});

test("the article's pay is in rupees, with no figure where it gives none", () => {
  expect(articlePay.currency).toBe("INR");
  expect(articlePay.rows.map(({ amount }) => amount)).toEqual([710_000, 148_450, null, 875_600, 1_326_000]);
});

test("exchange rates: at least 40 currencies, six significant digits, the dollar at one", () => {
  const { rates } = exchangeRateTable;
  expect(rates.length).toBeGreaterThanOrEqual(40);
  expect(new Set(rates.map(({ currency }) => currency)).size).toBe(rates.length);
  expect(rates.find(({ currency }) => currency === "USD")?.perUsd).toBe("1");
  expect(rates.find(({ currency }) => currency === "JPY")?.minorDigits).toBe(0);
  const significant = (perUsd: string) => perUsd.replace(".", "").replace(/^0+|0+$/g, "").length;
  expect(rates.filter(({ perUsd }) => !(Number(perUsd) > 0) || significant(perUsd) > 6)).toEqual([]);
});

test("cities have slugs of their own, a country, a zone and a point", () => {
  const cities = listKnownCities();
  expect(cities.length).toBeGreaterThan(3_000);
  expect(new Set(cities.map(({ slug }) => slug)).size).toBe(cities.length);
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
  const odd = cities.filter(
    ({ slug, country, timezone, latitude, longitude }) =>
      !slugShape.test(slug) ||
      !/^[A-Z]{2}$/.test(country) ||
      !isZone(timezone, zones) ||
      Math.abs(latitude) > 90 ||
      Math.abs(longitude) > 180,
  );
  expect(odd).toEqual([]);
  expect(cities.find(({ slug }) => slug === "springfield-us-ohio")?.country).toBe("US");
});

/** The list of supported zones holds one name each; other names of a zone are understood as well. */
function isZone(name: string, known: Set<string>): boolean {
  if (known.has(name)) return true;
  return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
}
