import { expect, test } from "vitest";
import { draftOf } from "../draft";
import { only, postings, results } from "../testing";

const job = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  identifier: { "@type": "PropertyValue", name: "Larkspur", value: "L-9" },
  title: "Backend Engineer",
  description: "&lt;p&gt;Ledgers in Go&lt;/p&gt;",
  url: "https://larkspur.example/jobs/9",
  datePosted: "2026-03-02",
  employmentType: ["FULL_TIME", "CONTRACTOR"],
  hiringOrganization: {
    "@type": "Organization",
    name: "Larkspur",
    sameAs: "https://larkspur.example",
    address: { "@type": "PostalAddress", addressCountry: "IE" },
  },
  jobLocation: [
    {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressLocality: "Dublin",
        addressCountry: { "@type": "Country", name: "Ireland" },
      },
    },
    { "@type": "Place", address: "Porto, Portugal" },
  ],
  baseSalary: {
    "@type": "MonetaryAmount",
    currency: "EUR",
    value: { "@type": "QuantitativeValue", minValue: "4500", maxValue: 5_000.5, unitText: "MONTH" },
  },
};
const script = (text: string) =>
  `<!doctype html>\n<html><head>\n<script type="application/ld+json">${text}</script></head></html>`;

test("all that a JobPosting states", async () => {
  expect(await only(JSON.stringify(job), "job.json")).toEqual({
    externalId: "L-9",
    title: "Backend Engineer",
    companyName: "Larkspur",
    companyUrl: "https://larkspur.example",
    url: "https://larkspur.example/jobs/9",
    description: "Ledgers in Go",
    locationText: "Dublin, Ireland; Porto, Portugal",
    places: [
      { city: "Dublin", country: "IE" },
      { city: "Porto", country: "PT" },
    ],
    workplace: null,
    presumedWorkplace: "onsite",
    employment: ["full-time", "contract"],
    salary: { minMinor: 450_000, maxMinor: 500_050, currency: "EUR", period: "month" },
    postedAt: new Date("2026-03-02T00:00:00Z"),
    tags: [],
    hiringCountries: [],
  });
});

test("remote work, with the countries of its applicants", async () => {
  const remote = {
    ...job,
    jobLocation: undefined,
    jobLocationType: "TELECOMMUTE",
    applicantLocationRequirements: [
      { "@type": "Country", name: "USA" },
      { "@type": "State", name: "Ontario, Canada" },
    ],
  };
  expect(await only(JSON.stringify(remote))).toMatchObject({
    workplace: "remote",
    hiringCountries: ["US", "CA"],
    places: [],
  });
});

test.each([
  [{ monthsOfExperience: 60 }, 5],
  [{ monthsOfExperience: "18" }, 1],
  [[{ "@type": "OccupationalExperienceRequirements", monthsOfExperience: 36 }], 3],
  [{ monthsOfExperience: { "@type": "QuantitativeValue", minValue: 24, maxValue: 48 } }, 2],
  ["4+ years", 4],
  ["no requirements", undefined],
  [{ monthsOfExperience: -5 }, undefined],
  [{ monthsOfExperience: 0 }, undefined],
])("experience in %j", async (experienceRequirements, years) => {
  const { experienceMin } = await only(JSON.stringify({ ...job, experienceRequirements }));
  expect(experienceMin).toBe(years);
});

test.each([
  [{ credentialCategory: "bachelor degree" }, "bachelor"],
  [[{ credentialCategory: "postgraduate degree" }, { credentialCategory: "associate degree" }], "associate"],
  [{ credentialCategory: ["Bachelor's degree", "master degree"] }, "bachelor"],
  ["Doctorate", "doctorate"],
  [{ credentialCategory: { "@type": "DefinedTerm", name: "Master Degree" } }, "master"],
  [{ credentialCategory: "https://schema.org/BachelorDegree" }, "bachelor"],
  [{ credentialCategory: "high school" }, "none"],
  [{ credentialCategory: "professional certificate" }, undefined],
])("the degree in %j", async (educationRequirements, level) => {
  const read = await only(
    JSON.stringify({ ...job, educationRequirements, experienceInPlaceOfEducation: false }),
  );
  expect([read.degreeLevel, read.equalExperience]).toEqual([level, false]);
});

test.each([
  ["2026-09-30", "2026-09-30T23:59:59.000Z"],
  ["2026-09-30T12:00:00+02:00", "2026-09-30T10:00:00.000Z"],
  ["soon", undefined],
])("its end: %j", async (validThrough, end) => {
  expect((await only(JSON.stringify({ ...job, validThrough }))).endsAt?.toISOString()).toBe(end);
});

test.each([
  ["USA, Canada, Deutschland", ["US", "CA", "DE"], undefined],
  ["DEU", ["DE"], undefined],
  ["Berlin, Germany", ["DE"], undefined],
  [["Polska", "Schweiz"], ["PL", "CH"], undefined],
  ["Benelux", ["BE", "NL", "LU"], undefined],
  [{ "@type": "Country", address: { addressCountry: "PT" } }, ["PT"], undefined],
  [{ "@type": "Country", identifier: "FR" }, ["FR"], undefined],
  ["USA, Ruritania", ["US"], ["Ruritania"]],
  [[{ name: "Zubrowka" }], [], ["Zubrowka"]],
])("limits of hiring %j", async (limits, countries, unknown) => {
  const remote = { ...job, jobLocationType: "TELECOMMUTE", applicantLocationRequirements: limits };
  const { hiringCountries, unknownLimits = [] } = await only(JSON.stringify(remote));
  expect([hiringCountries, unknownLimits]).toEqual([countries, unknown ?? []]);
});

test("a limit of hiring that is not known makes the posting incomplete, and is named", async () => {
  const remote = { ...job, jobLocationType: "TELECOMMUTE", applicantLocationRequirements: "USA, Ruritania" };
  const { missing } = draftOf(await only(JSON.stringify(remote)), new Map());
  expect(missing.join(" ")).toContain("“Ruritania”");
});

test.each([
  [
    "one figure is both ends",
    { currency: "USD", value: { value: 90_000, unitText: "YEAR" } },
    [90_000, 90_000],
  ],
  ["a bare figure", { currency: "USD", value: 90_000 }, [90_000, 90_000]],
  ["a list of one", { currency: "USD", value: [{ minValue: 80_000, maxValue: 90_000 }] }, [80_000, 90_000]],
  ["a price", { "@type": "PriceSpecification", price: "70000", priceCurrency: "EUR" }, [70_000, 70_000]],
  ["in words", "$80,000 - $90,000 a year", [80_000, 90_000]],
  ["zero is none", { currency: "USD", value: { minValue: 0, maxValue: 0.0, value: 0 } }, null],
  ["empty is none", { currency: "", value: { minValue: "", maxValue: "" } }, null],
])("its pay: %s", async (_, baseSalary, expected) => {
  const { salary } = await only(JSON.stringify({ ...job, baseSalary }));
  expect(salary && [salary.minMinor / 100, salary.maxMinor / 100]).toEqual(expected);
});

test.each([
  ["a list", JSON.stringify([{ "@type": "WebSite" }, job])],
  ["a graph", JSON.stringify({ "@context": "https://schema.org", "@graph": [{ "@type": "WebPage" }, job] })],
  [
    "a list of items",
    JSON.stringify({ "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: job }] }),
  ],
  ["within a page's own data", JSON.stringify({ "@type": "WebPage", mainEntity: job })],
  ["a script of a page", script(JSON.stringify(job))],
  [
    "a script among others",
    script(`{"@type":"Organization"}</script><script type='application/ld+json'>${JSON.stringify(job)}`),
  ],
  ["a script in CDATA", script(`\n//<![CDATA[\n${JSON.stringify(job)}\n//]]>\n`)],
  ["a type with its address", JSON.stringify({ ...job, "@type": ["https://schema.org/JobPosting"] })],
])("is found in %s", async (_, content) => {
  expect(await only(content, "page.html")).toMatchObject({ externalId: "L-9", title: "Backend Engineer" });
});

test("a company and a place that stand beside the posting in a graph", async () => {
  const graph = {
    "@context": "https://schema.org",
    "@graph": [
      { ...job, hiringOrganization: { "@id": "#us" }, jobLocation: { "@id": "#there" } },
      { "@type": "Organization", "@id": "#us", name: "Larkspur", url: "https://larkspur.example" },
      { "@type": "Place", "@id": "#there", address: { addressLocality: "Porto", addressCountry: "PT" } },
    ],
  };
  const expected = { companyName: "Larkspur", places: [{ city: "Porto", country: "PT" }] };
  expect(await only(JSON.stringify(graph))).toMatchObject(expected);
  expect(await only(script(JSON.stringify(graph)), "page.html")).toMatchObject(expected);
});

test.each([
  [{ identifier: [{ "@type": "PropertyValue", name: "Larkspur", value: "L-9" }] }, "L-9"],
  [{ identifier: "L-9" }, "L-9"],
  [{ identifier: undefined }, "https://larkspur.example/jobs/9"],
])("its identity: %j", async (more, id) => {
  expect((await only(JSON.stringify({ ...job, ...more }))).externalId).toBe(id);
});

test("a page that ends within its posting is refused, and not read by half", async () => {
  const cut = script(JSON.stringify(job)).slice(0, 300);
  expect(await results(cut, "page.html")).toEqual([
    { ok: false, at: "page.html, line 3", reason: "the file ends in the middle of it" },
  ]);
});

test("broken as people break it: line ends in texts, commas too many, comments, quotation marks of either kind", async () => {
  const broken = `{
    /* ours */ "@type": 'JobPosting', // the type
    "title": "Backend Engineer",
    "description": "<p>Ledgers
      in Go</p>
      <p>and Kafka</p>",
    "hiringOrganization": "Larkspur",
    "industry": "",
    "skills": ["Go", "Kafka",],
  }`;
  expect(await only(script(broken), "page.html")).toMatchObject({
    externalId: "page.html",
    companyName: "Larkspur",
    description: "Ledgers in Go\n\nand Kafka",
    tags: ["Go", "Kafka"],
  });
});

test("two in one page are two, and one that cannot be mended spoils no other", async () => {
  const other = { ...job, identifier: "L-10" };
  expect((await postings(script(JSON.stringify([job, other])))).map(({ externalId }) => externalId)).toEqual([
    "L-9",
    "L-10",
  ]);
  const broken = `{"@type":"JobPosting","title":]}</script>\n<script type="application/ld+json">${JSON.stringify(job)}`;
  const read = await results(script(broken), "page.html");
  expect(read.map((one) => [one.at, one.ok])).toEqual([
    ["page.html, line 3", false],
    ["page.html, line 4", true],
  ]);
});

test("a page without a JobPosting is refused", async () => {
  expect(await results("<html><p>Hello</p></html>", "page.html")).toEqual([
    { ok: false, at: "page.html", reason: "it contains no JobPosting" },
  ]);
});
