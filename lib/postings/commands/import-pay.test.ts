import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, someDescription } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { listIncompleteImports } from "@/lib/moderation/queries/postings";
import { parseImport } from "../import/parse";
import { importPostings, type ToImport } from "./import";

const { sql } = await testDatabase();
beforeEach(() => sql`truncate companies cascade`);

/** Imports one file with `--publish`, and gives what became of its only posting, and its pay as it is kept. */
async function importing(name: string, content: string) {
  const read: ToImport[] = [];
  for await (const result of parseImport({ name, content })) if (result.ok) read.push(result);
  const [outcome] = await importPostings(read, { company: "Larkspur", publish: true, seen: new Set() });
  const [kept] = await sql`
    select state, salary_min_minor::int as min, salary_max_minor::int as max, salary_currency as currency, salary_period as period
    from postings`;
  return { outcome, kept };
}

const job = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  identifier: "L-4",
  title: "Backend Engineer",
  description: someDescription,
  hiringOrganization: { "@type": "Organization", name: "Larkspur" },
  jobLocationType: "TELECOMMUTE",
  applicantLocationRequirements: { "@type": "Country", name: "Germany" },
  employmentType: "FULL_TIME",
};
const jsonld = (value: object, currency = "EUR") =>
  importing(
    "job.json",
    JSON.stringify({ ...job, baseSalary: { "@type": "MonetaryAmount", currency, value } }),
  );

const csv = (columns: Record<string, string>) => {
  const all = {
    id: "C-4",
    title: "Backend Engineer",
    description: someDescription,
    workplace: "remote",
    location: "Remote, Germany",
    employment: "Full-time",
    ...columns,
  };
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";");
  return importing("jobs.csv", `${line(Object.keys(all))}\n${line(Object.values(all))}\n`);
};

describe("pay in the fields of JSON-LD", () => {
  it.each([
    [{ minValue: "62.000", maxValue: "81.000", unitText: "YEAR" }, 6_200_000, 8_100_000, "year"],
    [{ minValue: "62.000,00", maxValue: "81.000,00", unitText: "YEAR" }, 6_200_000, 8_100_000, "year"],
    [{ minValue: "62k", maxValue: "81k", unitText: "YEAR" }, 6_200_000, 8_100_000, "year"],
    [{ minValue: 62_000, maxValue: 81_000, unitText: "YEAR" }, 6_200_000, 8_100_000, "year"],
    [{ minValue: "44.500", maxValue: "51.500", unitText: "HOUR" }, 4_450, 5_150, "hour"],
    [{ value: "62.000", unitCode: "ANN" }, 6_200_000, 6_200_000, "year"],
    [{ value: "62-81k", unitText: "YEAR" }, 6_200_000, 8_100_000, "year"],
    [{ minValue: 2_600, maxValue: 3_000, unitText: "BIWEEKLY" }, 6_760_000, 7_800_000, "year"],
  ])("%j is kept, and live", async (value, min, max, period) => {
    const { outcome, kept } = await jsonld(value);
    expect(outcome).toMatchObject({ outcome: "new", state: "published", missing: [] });
    expect(kept).toEqual({ state: "published", min, max, currency: "EUR", period });
  });

  it.each([
    [
      { minValue: 62, maxValue: 81, unitText: "YEAR" },
      "€62–81 a year is far below usual pay: check the amount.",
    ],
    [
      { minValue: 62_000, maxValue: 81_000, unitText: "HOUR" },
      "€62,000–81,000 an hour is far above usual pay: check the amount.",
    ],
    [
      { minValue: 62_000, maxValue: 81_000, unitText: "SEASON" },
      "The period of the pay, “SEASON”, is not one we know.",
    ],
    [
      { minValue: "6,20,00", maxValue: 81_000, unitText: "YEAR" },
      "The pay “6,20,00” can be read in more than one way.",
    ],
    [{ minValue: 81_000, maxValue: 62_000, unitText: "YEAR" }, /upper end/],
    [
      { minValue: "$62,000", maxValue: "$81,000", unitText: "YEAR" },
      /in USD, but the currency is set to EUR/,
    ],
  ])("%j is a draft that says what is odd, even with --publish", async (value, said) => {
    const { outcome, kept } = await jsonld(value);
    expect(outcome).toMatchObject({ outcome: "new", state: "draft" });
    expect(outcome).toHaveProperty("missing", expect.arrayContaining([expect.stringMatching(said)]));
    expect(kept?.state).toBe("draft");
  });

  it("a currency that nobody knows is said too", async () => {
    const { outcome } = await jsonld({ minValue: 62_000, maxValue: 81_000, unitText: "YEAR" }, "Zorkmid");
    expect(outcome).toMatchObject({ state: "draft" });
    expect(outcome).toHaveProperty(
      "missing",
      expect.arrayContaining(["The currency of the pay, “Zorkmid”, is not one we know."]),
    );
  });

  it("odd pay is shown at the desk, in the same words", async () => {
    await jsonld({ minValue: 62, maxValue: 81, unitText: "YEAR" });
    const { postings } = await listIncompleteImports(await createAdmin());
    expect(postings.map(({ missing }) => missing.map(({ message }) => message))).toEqual([
      ["€62–81 a year is far below usual pay: check the amount."],
    ]);
  });
});

describe("pay in the columns of a table", () => {
  it.each([
    [{ "Salary Min": "5.400,00", Currency: "EUR", Period: "Monat" }, 540_000, 540_000, "EUR", "month"],
    [{ "Salary Min": "62k", "Salary Max": "81k", Currency: "EUR" }, 6_200_000, 8_100_000, "EUR", "year"],
    [
      { "Salary Min": "62'000", "Salary Max": "81'000", Currency: "CHF" },
      6_200_000,
      8_100_000,
      "CHF",
      "year",
    ],
    [{ "Salary Min": "€62 000", "Salary Max": "€81 000" }, 6_200_000, 8_100_000, "EUR", "year"],
    [{ Salary: "62.000 - 81.000", Currency: "EUR" }, 6_200_000, 8_100_000, "EUR", "year"],
    [{ Salary: "62 000 à 81 000 € brut annuel" }, 6_200_000, 8_100_000, "EUR", "year"],
    [{ Salary: "14 LPA" }, 140_000_000, 140_000_000, "INR", "year"],
    [{ Salary: "$44.50", Period: "hourly" }, 4_450, 4_450, "USD", "hour"],
  ])("%j is kept, and live", async (columns, min, max, currency, period) => {
    const { outcome, kept } = await csv(columns as unknown as Record<string, string>);
    expect(outcome).toMatchObject({ outcome: "new", state: "published", missing: [] });
    expect(kept).toEqual({ state: "published", min, max, currency, period });
  });

  it.each([
    [{ "Salary Min": "62", "Salary Max": "81", Currency: "EUR" }, /€62–81 a year is far below usual pay/],
    [{ "Salary Min": "62k", "Salary Max": "81k" }, /names no currency/],
    [{ Salary: "62.000", Currency: "EUR", Period: "per sprint" }, /“per sprint”, is not one we know/],
  ])("%j is a draft that says so", async (columns, said) => {
    const { outcome } = await csv(columns as unknown as Record<string, string>);
    expect(outcome).toMatchObject({ outcome: "new", state: "draft" });
    expect(outcome).toHaveProperty("missing", expect.arrayContaining([expect.stringMatching(said)]));
  });

  it("a column without figures is no pay, and no fault", async () => {
    const { outcome } = await csv({ Salary: "competitive", Currency: "EUR" });
    expect(outcome).toHaveProperty("missing", [
      "A posting without a pay range cannot be published. Enter the pay.",
    ]);
  });
});

it("front matter keeps a point between thousands", async () => {
  const { kept } = await importing(
    "job.md",
    `---\ntitle: Backend Engineer\nworkplace: remote\nlocation: Remote, Germany\nemployment: Full-time\nsalary_min: 62.000\nsalary_max: 81.000\ncurrency: EUR\n---\n\n${someDescription}\n`,
  );
  expect(kept).toMatchObject({ min: 6_200_000, max: 8_100_000 });
});

describe("pay in the fields of boards", () => {
  const place = { title: "Backend Engineer", isListed: true };
  it("Greenhouse: ranges in cents", async () => {
    const board = {
      jobs: [
        {
          id: 4,
          ...place,
          absolute_url: "https://boards.greenhouse.io/larkspur/jobs/4",
          location: { name: "Remote, Germany" },
          content: someDescription,
          pay_input_ranges: [
            { min_cents: 6_200_000, max_cents: 8_100_000, currency_type: "EUR", title: "Annual salary" },
          ],
        },
      ],
    };
    expect((await importing("board.json", JSON.stringify(board))).kept).toMatchObject({
      min: 6_200_000,
      max: 8_100_000,
      currency: "EUR",
      period: "year",
    });
  });

  it.each([
    [
      { salaryRange: { min: 3_000, max: 3_400, currency: "USD", interval: "semi-month-salary" } },
      7_200_000,
      8_160_000,
    ],
    [
      { salaryRange: { min: 3_000, max: 3_400, currency: "USD", interval: "bi-weekly-salary" } },
      7_800_000,
      8_840_000,
    ],
    [{ salaryDescriptionPlain: "The salary range is $72,000 - $81,600 a year." }, 7_200_000, 8_160_000],
  ])("Lever: %j", async (pay, min, max) => {
    const postings = [
      {
        id: "4",
        text: "Backend Engineer",
        hostedUrl: "https://jobs.lever.co/larkspur/4",
        categories: { location: "Remote, Germany", commitment: "Full-time" },
        descriptionPlain: someDescription,
        lists: [],
        ...pay,
      },
    ];
    expect((await importing("lever.json", JSON.stringify(postings))).kept).toMatchObject({
      min,
      max,
      currency: "USD",
      period: "year",
    });
  });

  it.each([
    ["1 YEAR", 6_200_000, "year"],
    ["2 WEEK", 6_200_000 * 26, "year"],
    ["0.5 MONTH", 6_200_000 * 24, "year"],
  ])("Ashby: components of tiers, by %s", async (interval, min, period) => {
    const board = {
      jobs: [
        {
          id: "4",
          ...place,
          jobUrl: "https://jobs.ashbyhq.com/larkspur/4",
          location: "Remote, Germany",
          descriptionHtml: `<p>${someDescription}</p>`,
          compensation: {
            compensationTiers: [
              {
                components: [
                  { compensationType: "EquityPercentage", interval: "NONE", minValue: 0.1, maxValue: 0.2 },
                  {
                    compensationType: "Salary",
                    interval,
                    currencyCode: "USD",
                    minValue: 62_000,
                    maxValue: 62_000,
                  },
                ],
              },
            ],
          },
        },
      ],
    };
    expect((await importing("ashby.json", JSON.stringify(board))).kept).toMatchObject({ min, period });
  });
});
