import { expect, test } from "vitest";
import { only, postings, results } from "../testing";

test("Greenhouse: escaped HTML, pay range, hiring country of a remote job", async () => {
  const content = JSON.stringify({
    jobs: [
      {
        id: 4411,
        internal_job_id: 9,
        absolute_url: "https://boards.example/harbor/4411",
        title: "Platform Engineer",
        company_name: "Harbor Nine",
        location: { name: "Remote, US" },
        first_published: "2026-05-29T07:49:29-04:00",
        updated_at: "2026-07-16T08:40:10-04:00",
        content:
          "&lt;h2&gt;Tools&lt;/h2&gt;&lt;p&gt;Go &amp;amp; Postgres&lt;/p&gt;&lt;div class=&quot;pay-range&quot;&gt;&lt;span&gt;$120,000&lt;/span&gt;&lt;span class=&quot;divider&quot;&gt;&amp;mdash;&lt;/span&gt;&lt;span&gt;$150,000 USD&lt;/span&gt;&lt;/div&gt;",
      },
    ],
    meta: { total: 1 },
  });
  expect(await only(content, "harbor.json")).toMatchObject({
    externalId: "4411",
    companyName: "Harbor Nine",
    url: "https://boards.example/harbor/4411",
    description: "### Tools\n\nGo & Postgres\n\n$120,000—$150,000 USD",
    workplace: "remote",
    hiringCountries: ["US"],
    places: [],
    salary: { minMinor: 12_000_000, maxMinor: 15_000_000, currency: "USD", period: "year" },
    postedAt: new Date("2026-05-29T11:49:29Z"),
  });
});

const greenhouse = {
  id: 4412,
  internal_job_id: 9,
  absolute_url: "https://boards.example/harbor/4412",
  title: "Platform Engineer",
  company_name: "Harbor Nine",
  location: { name: "Porto, Portugal" },
  content: "&lt;p&gt;Queues in Go&lt;/p&gt;",
};
const range = (title: string, min_cents: unknown, max_cents: unknown) => ({
  title,
  min_cents,
  max_cents,
  currency_type: "EUR",
});

test.each([
  [
    "a base before a total",
    [range("OTE", 9_000_000, 11_000_000), range("Base", 6_000_000, 7_000_000)],
    "year",
  ],
  ["one that states an amount", [range("Lisbon", null, null), range("Porto", "6000000", "7000000")], "year"],
  ["by the hour", [range("Hourly rate", 6_000_000, 7_000_000)], "hour"],
])("Greenhouse: of several ranges %s", async (_, pay_input_ranges, period) => {
  expect((await only(JSON.stringify({ jobs: [{ ...greenhouse, pay_input_ranges }] }))).salary).toEqual({
    minMinor: 6_000_000,
    maxMinor: 7_000_000,
    currency: "EUR",
    period,
  });
});

test("Greenhouse: fields that a board adds by itself, offices, and an end", async () => {
  const metadata = [
    { id: 1, name: "Employment Type", value: "Full-time", value_type: "single_select" },
    { id: 2, name: "Workplace Type", value: "Hybrid", value_type: "single_select" },
    {
      id: 3,
      name: "Salary Range",
      value: { min_value: "60000.0", max_value: "70000.0", unit: "EUR" },
      value_type: "currency_range",
    },
    { id: 4, name: "Cost centre", value: "Remote", value_type: "short_text" },
  ];
  const offices = [
    { id: 1, name: "North", location: "Berlin, Germany" },
    { id: 2, name: "South", location: "Porto, Portugal" },
  ];
  const job = {
    ...greenhouse,
    location: { name: "Several" },
    metadata,
    offices,
    application_deadline: "2026-12-24",
  };
  expect(await only(JSON.stringify({ jobs: [job] }))).toMatchObject({
    workplace: "hybrid",
    employment: ["full-time"],
    places: [
      { city: "Berlin", country: "DE" },
      { city: "Porto", country: "PT" },
    ],
    salary: { minMinor: 6_000_000, maxMinor: 7_000_000, currency: "EUR", period: "year" },
    endsAt: new Date("2026-12-24T23:59:59Z"),
  });
});

test("Lever: a text in an opening and a body", async () => {
  const job = { id: "1", text: "Engineer", hostedUrl: "https://a.example/1", categories: {} };
  const parts = { openingPlain: "Ferries.", descriptionBodyPlain: "Queues in Go." };
  expect((await only(JSON.stringify([{ ...job, ...parts }]))).description).toBe("Ferries.\n\nQueues in Go.");
});

test("Lever: lists become sections, pay and workplace are taken, the company stays unknown", async () => {
  const content = JSON.stringify([
    {
      id: "0a1b",
      text: "Backend Engineer",
      hostedUrl: "https://jobs.example/0a1b",
      categories: { commitment: "Full-time", location: "New York, New York", team: "Core" },
      workplaceType: "hybrid",
      createdAt: 1_779_223_091_267,
      descriptionPlain: "Payments for ferries.",
      lists: [{ text: "You bring", content: "<li>Java</li><li>SQL</li>" }],
      additionalPlain: "We answer.",
      salaryRange: { interval: "per-hour-wage", currency: "USD", min: 60, max: 75.5 },
    },
  ]);
  expect(await only(content, "lever.json")).toMatchObject({
    externalId: "0a1b",
    title: "Backend Engineer",
    companyName: null,
    description: "Payments for ferries.\n\n### You bring\n\n- Java\n- SQL\n\nWe answer.",
    workplace: "hybrid",
    employment: ["full-time"],
    places: [{ city: "New York", country: "US" }],
    salary: { minMinor: 6_000, maxMinor: 7_550, currency: "USD", period: "hour" },
  });
});

test.each([
  [{ location: "Porto", allLocations: ["Porto", "Montevideo"] }, "PT", ["PT", "UY"]],
  [{ allLocations: ["London", "Berlin"] }, "CA", ["CA", "DE"]],
  [{ location: "Porto, Portugal" }, "PT", ["PT"]],
  [{ location: "Berlin", allLocations: ["Porto", "Berlin"] }, "DE", ["DE", "PT"]],
])("Lever: a country is that of the main place: %j, %s", async (categories, country, expected) => {
  const job = { id: "1", text: "Engineer", hostedUrl: "https://a.example/1", categories, country };
  expect((await only(JSON.stringify([job]))).places.map((place) => place.country)).toEqual(expected);
});

const ashby = {
  id: "c1",
  title: "Backend Engineer",
  location: "Lisbon",
  secondaryLocations: [{ location: "Porto, Portugal" }],
  address: { postalAddress: { addressLocality: "Lisbon", addressCountry: "Portugal" } },
  employmentType: "FullTime",
  isRemote: null,
  workplaceType: "OnSite",
  isListed: true,
  publishedAt: "2026-03-02T09:00:00.000+00:00",
  jobUrl: "https://boards.example/larkspur/c1",
  applyUrl: "https://boards.example/larkspur/c1/application",
  descriptionHtml: "<h2>Work</h2><p>Queues in Rust.</p>",
  compensation: {
    compensationTierSummary: "€60K – €75K • Offers Equity",
    summaryComponents: [
      {
        compensationType: "EquityPercentage",
        interval: "NONE",
        currencyCode: null,
        minValue: null,
        maxValue: null,
      },
      {
        compensationType: "Salary",
        interval: "1 YEAR",
        currencyCode: "EUR",
        minValue: 60_000,
        maxValue: 75_000,
      },
    ],
  },
};

test("Ashby: places, workplace, contract and base pay are taken, the company stays unknown", async () => {
  expect(await only(JSON.stringify({ apiVersion: "1", jobs: [ashby] }), "larkspur.json")).toEqual({
    externalId: "c1",
    title: "Backend Engineer",
    companyName: null,
    companyUrl: null,
    url: "https://boards.example/larkspur/c1",
    description: "### Work\n\nQueues in Rust.",
    locationText: "Lisbon, Portugal; Porto, Portugal",
    places: [
      { city: "Lisbon", country: "PT" },
      { city: "Porto", country: "PT" },
    ],
    workplace: "onsite",
    employment: ["full-time"],
    salary: { minMinor: 6_000_000, maxMinor: 7_500_000, currency: "EUR", period: "year" },
    postedAt: new Date("2026-03-02T09:00:00Z"),
    tags: [],
    hiringCountries: [],
  });
});

test.each([
  [{ addressLocality: "Cambridge", addressRegion: "Massachusetts", addressCountry: "United States" }],
  [{ postalAddress: { addressRegion: "Massachusetts", addressCountry: "United States" } }],
])("Ashby: the country of a further place in %j", async (address) => {
  const job = { ...ashby, secondaryLocations: [{ location: "Cambridge", address }] };
  expect((await only(JSON.stringify({ jobs: [job] }))).places[1]).toEqual({
    city: "Cambridge",
    country: "US",
  });
});

test("Ashby: pay in words, remote work, and a job that its board does not list", async () => {
  const remote = {
    ...ashby,
    id: "c2",
    workplaceType: "Remote",
    location: "Remote (Germany)",
    address: null,
    secondaryLocations: [],
    compensation: { compensationTierSummary: "$90K – $110K • 0.1% – 0.2%", summaryComponents: [] },
  };
  const [posting] = await postings(JSON.stringify({ jobs: [remote] }));
  expect(posting).toMatchObject({
    workplace: "remote",
    hiringCountries: ["DE"],
    salary: { minMinor: 9_000_000, maxMinor: 11_000_000, currency: "USD" },
  });
  const [hidden] = await results(JSON.stringify({ jobs: [{ ...ashby, isListed: false }] }), "a.json");
  expect(hidden).toEqual({ ok: false, at: "a.json", reason: "its job board does not list it" });
});
