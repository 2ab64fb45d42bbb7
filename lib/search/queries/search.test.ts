import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, daysAgo, insertPostings, type NewPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { startBoard } from "@/lib/board/start";
import { parseParameters, toParams } from "../criteria";
import { readCriteria, type SearchAnswer, search } from "./search";

await testDatabase();

async function ask(query: string): Promise<SearchAnswer> {
  const { criteria, paging, faults } = parseParameters(new URLSearchParams(query));
  expect(faults).toEqual([]);
  const { ready, faults: names, labels } = await readCriteria(criteria);
  expect(names).toEqual([]);
  return (await search(ready, paging, labels)) as SearchAnswer;
}
const titles = async (query: string) => (await ask(query)).postings.map(({ title }) => title).sort();
const counts = (answer: SearchAnswer, facet: keyof SearchAnswer["facets"]) =>
  Object.fromEntries(answer.facets[facet].map(({ value, count }) => [value, count]));

/** On the board, as the product answers; with BOARD=off by SQL, the same. */
async function withBoard() {
  if (process.env.BOARD === "off") return;
  const { loaded, stop } = startBoard();
  await loaded;
  return stop;
}

beforeAll(async () => {
  const { id: companyId } = await createCompany({ slug: "acme", name: "Acme" });
  const year = (min: number, max: number, currency = "USD") => ({
    min,
    max,
    currency,
    period: "year" as const,
  });
  const rows: NewPosting[] = [
    {
      companyId,
      title: "A",
      skills: [{ slug: "go" }, { slug: "kafka", must: false }],
      salary: year(90_000, 120_000),
      experienceMin: 2,
      publishedAt: daysAgo(1),
      degree: { level: "bachelor", equalExperience: true },
      workplace: "remote",
      hiringCountries: ["DE", "FR"],
    },
    {
      companyId,
      title: "B",
      skills: [{ slug: "go" }, { slug: "postgresql" }],
      salary: year(50_000, 60_000),
      experienceMin: 5,
      experienceMax: 8,
      publishedAt: daysAgo(2),
      degree: { level: "master", equalExperience: false },
    },
    {
      companyId,
      title: "C",
      skills: [{ slug: "java" }],
      salary: year(200_000, 250_000),
      experienceMin: 12,
      publishedAt: daysAgo(30),
      confirmedAt: daysAgo(1),
      employment: "contract",
    },
    {
      companyId,
      title: "D",
      skills: [{ slug: "java" }, { slug: "kafka" }],
      salary: { min: 50, max: 60, currency: "USD", period: "hour" },
      publishedAt: daysAgo(4),
      places: [{ city: "Paris", country: "FR" }],
      description:
        "Crème brûlée logistics, in the kitchen of the internet. We bake on Fridays, and ship on all the other days.",
    },
  ];
  const hidden: NewPosting[] = [
    { companyId, title: "draft", state: "draft" },
    { companyId, title: "review", state: "in_review" },
    { companyId, title: "frozen", frozenAt: daysAgo(1) },
    { companyId, title: "unconfirmed", publishedAt: daysAgo(22) },
    { companyId, title: "late", publishedAt: daysAgo(61), confirmedAt: daysAgo(1) },
    { companyId, title: "not yet", publishAt: daysAgo(-1) },
    { companyId, title: "closed", state: "closed", closeReason: "filled" },
  ];
  await insertPostings([...rows, ...hidden]);
  const suspended = await createCompany({ suspendedAt: new Date() });
  await insertPostings([{ companyId: suspended.id, title: "suspended" }]);
  return withBoard();
});

describe("what is found", () => {
  it.each([
    ["", ["A", "B", "C", "D"]],
    ["skill=go", ["A", "B"]],
    ["skill=go&skill=kafka", ["A"]],
    ["skill=go&skill=java&skillMode=any", ["A", "B", "C", "D"]],
    ["skill=go&exclude=kafka", ["B"]],
    ["degree=none", ["A", "C", "D"]],
    ["degree=master", ["A", "B", "C", "D"]],
    ["experience=6", ["A", "B", "D"]],
    ["experience=9", ["A", "D"]],
    ["band=entry&band=senior", ["A", "C"]],
    ["salary=120000", ["A", "C", "D"]],
    ["salary=124800", ["C", "D"]],
    ["salary=124801", ["C"]],
    ["workplace=remote", ["A"]],
    ["employment=contract", ["C"]],
    ["country=FR", ["A", "D"]],
    ["country=fr&country=DE", ["A", "B", "C", "D"]],
    ["company=acme&posted=3", ["A", "B"]],
    ["q=kafka", ["A", "D"]],
    ["q=creme+brulee", ["D"]],
    ["q=golang", ["A", "B"]],
    ["q=golang+-postgres", ["A"]],
  ])("%j finds %j", async (query, found) => expect(await titles(query)).toEqual(found));
});

describe("what is counted", () => {
  it("skills: with that one added; the others: with that value alone", async () => {
    const answer = await ask("skill=go&workplace=remote");
    expect(answer.total).toBe(1);
    expect(counts(answer, "skill")).toEqual({ go: 1, kafka: 1 });
    expect(counts(answer, "workplace")).toEqual({ remote: 1, hybrid: 1 });
    expect(counts(answer, "country")).toEqual({ DE: 1, FR: 1 });
    expect(answer.filters.map(({ name, value, without }) => [name, value, without])).toEqual([
      ["skill", "go", 1],
      ["workplace", "remote", 2],
    ]);
  });

  it("degree and salary are cumulative", async () => {
    const answer = await ask("");
    expect(counts(answer, "degree")).toEqual({ none: 3, associate: 3, bachelor: 3, master: 4, doctorate: 4 });
    expect(counts(answer, "salary")).toMatchObject({ 50000: 4, 75000: 3, 125000: 1, 250000: 1 });
  });

  it("each count is the total behind its link", async () => {
    for (const start of [
      "",
      "skill=kafka",
      "workplace=hybrid&degree=none",
      "skill=go&skill=java&skillMode=any",
      "country=FR&salary=50000",
    ]) {
      const answer = await ask(start);
      for (const [facet, values] of Object.entries(answer.facets)) {
        for (const { value, count } of values) {
          const params = new URLSearchParams(start);
          if (facet !== "skill" && facet !== "responsibility") params.delete(facet);
          if (!params.getAll(facet).includes(value)) params.append(facet, value);
          expect([start, facet, value, (await ask(params.toString())).total]).toEqual([
            start,
            facet,
            value,
            count,
          ]);
        }
      }
    }
  });
});

describe("pages", () => {
  it.each(["", "sort=salary", "q=developer+OR+kafka+OR+java", "sort=newest&skill=go"])(
    "of %j neither skip nor repeat",
    async (query) => {
      const whole = (await ask(query)).postings.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const answer: SearchAnswer = await ask(`${query}&limit=1${cursor && `&cursor=${cursor}`}`);
        paged.push(...answer.postings.map(({ id }) => id));
        cursor = answer.next;
      }
      expect(paged).toEqual(whole);
    },
  );

  it("a cursor of other criteria, or a made-up one, is none", async () => {
    const { next } = await ask("limit=1");
    for (const cursor of [next as string, "bm90IG91cnM", Buffer.from('["x","1",2]').toString("base64url")]) {
      const { criteria, paging } = parseParameters(new URLSearchParams({ skill: "go", cursor }));
      const { ready, labels } = await readCriteria(criteria);
      expect(await search(ready, paging, labels)).toBeNull();
    }
  });
});

describe("what makes no sense", () => {
  it("is named, and the rest still counts", () => {
    const { criteria, faults, unknown } = parseParameters(
      new URLSearchParams(
        "band=boss&band=mid&experience=-1&salary=lots&country=ZZ&workplace=moon&utm=x&skill=go",
      ),
    );
    expect(unknown).toEqual(["utm"]);
    expect(new Set(faults.map(({ path }) => path))).toEqual(
      new Set(["band", "experience", "salary", "country", "workplace"]),
    );
    expect(toParams(criteria).toString()).toBe("skill=go&band=mid");
  });

  it("names that are in no list are named too", async () => {
    const { criteria } = parseParameters(new URLSearchParams("skill=blub&skill=golang&company=nobody"));
    const { ready, faults } = await readCriteria(criteria);
    expect(faults.map(({ path }) => path)).toEqual(["skill", "company"]);
    expect(ready.criteria.skill).toEqual(["go"]);
  });
});
