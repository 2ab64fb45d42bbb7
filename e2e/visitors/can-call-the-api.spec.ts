import { z } from "zod";
import {
  CompanyPostingList,
  OneCompanyPosting,
  SavedCompanyPosting,
  WithdrawnCompanyPosting,
} from "@/app/api/_parts/company-schemas";
import {
  Matches,
  OnePosting,
  PostingList,
  ResponsibilityList,
  SkillList,
  Tags,
} from "@/app/api/_parts/schemas";
import { createCompany, createPosting } from "@/db/factories";
import { expect, test } from "../fixtures";
import { createKeyedCompany } from "../keyed-company";

test.describe("the document", () => {
  test("names each operation, and each answers as it says", async ({ request }) => {
    const document = await (await request.get("/api/openapi.json")).json();
    expect(document.openapi).toBe("3.1.0");
    const answers: Record<string, [z.ZodType, () => ReturnType<typeof request.get>]> = {
      "get /api/v1/postings": [PostingList, () => request.get("/api/v1/postings?skill=go&limit=100")],
      "get /api/v1/postings/{id}": [
        OnePosting,
        async () => {
          const { data } = await (await request.get("/api/v1/postings?complete=1&limit=1")).json();
          return request.get(`/api/v1/postings/${data[0].id}`);
        },
      ],
      "get /api/v1/skills": [SkillList, () => request.get("/api/v1/skills")],
      "get /api/v1/responsibilities": [ResponsibilityList, () => request.get("/api/v1/responsibilities")],
      "get /api/v1/receipts/key": [
        z.string().startsWith("-----BEGIN PUBLIC KEY-----"),
        () => request.get("/api/v1/receipts/key"),
      ],
      "post /api/v1/tag": [
        Tags,
        () => request.post("/api/v1/tag", { data: { text: "Go, 5+ years, a BSc, €80k–€90k" } }),
      ],
      "post /api/v1/match": [
        Matches,
        () => request.post("/api/v1/match", { data: { profile: { skills: [{ slug: "go" }], years: 5 } } }),
      ],
    };
    const { secret, body } = await createKeyedCompany();
    const headers = { Authorization: `Bearer ${secret}` };
    const at = "/api/v1/company/postings/REQ-1";
    const ofCompany: typeof answers = {
      "put /api/v1/company/postings/{externalId}": [
        SavedCompanyPosting,
        () => request.put(at, { headers, data: body }),
      ],
      "get /api/v1/company/postings": [
        CompanyPostingList,
        () => request.get("/api/v1/company/postings", { headers }),
      ],
      "get /api/v1/company/postings/{externalId}": [OneCompanyPosting, () => request.get(at, { headers })],
      "delete /api/v1/company/postings/{externalId}": [
        WithdrawnCompanyPosting,
        () => request.delete(at, { headers }),
      ],
    };
    Object.assign(answers, ofCompany);
    const named = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    );
    expect(named.sort()).toEqual(Object.keys(answers).sort());
    for (const [operation, [schema, ask]] of Object.entries(answers)) {
      const answer = await ask();
      const isJson = answer.headers()["content-type"]?.startsWith("application/json");
      const parsed = schema.safeParse(isJson ? await answer.json() : await answer.text());
      expect(parsed.error?.issues ?? [], operation).toEqual([]);
    }
  });

  test("describes each parameter of the search", async ({ request }) => {
    const { paths } = await (await request.get("/api/openapi.json")).json();
    for (const { name, description, schema } of paths["/api/v1/postings"].get.parameters)
      expect([name, description !== "", typeof schema]).toEqual([name, true, "object"]);
  });
});

test("a posting has the skills that its own skills imply", async ({ request }) => {
  const { id: companyId, slug } = await createCompany();
  const posting = await createPosting({ companyId, skills: [{ slug: "django" }] });
  await createPosting({ companyId, skills: [{ slug: "go" }] });
  const ask = async (query: string) => {
    const { data, total, facets, filters } = await (
      await request.get(`/api/v1/postings?company=${slug}&${query}`)
    ).json();
    const ids = data.map(({ id }: { id: string }) => id);
    const skills = facets.skill.map(({ value, count }: { value: string; count: number }) => [value, count]);
    return { ids, total, skills, filters };
  };
  const found = await ask("skill=python");
  expect(found.ids).toEqual([posting.id]);
  expect(found.skills).toEqual([
    ["django", 1],
    ["python", 1],
  ]);
  expect(found.filters).toContainEqual({ name: "skill", value: "python", without: 2 });
  const others = await ask("exclude=python");
  expect(others.total).toBe(1);
  expect(others.ids).not.toContain(posting.id);
  expect(others.filters).toContainEqual({ name: "exclude", value: "python", without: 2 });
});

test.describe("the tags of a text", () => {
  test("come with the places in the text that prove them", async ({ request }) => {
    const text =
      "Loomwork | Senior Go Developer | Remote (Germany) | €80k–€95k\n\nYou design and build our REST APIs. Kafka is a plus. 5+ years. You join a team of six.";
    const answer = await request.post("/api/v1/tag", { data: { text } });
    expect(answer.status()).toBe(200);
    const read = await answer.json();
    expect(Object.keys(read).sort()).toEqual(
      "company degree employment employments experience hiringCountries places reality responsibilities salary seniority senioritySpans skills timezones title workplace workplaceSpans".split(
        " ",
      ),
    );
    expect(read).toMatchObject({
      company: "Loomwork",
      title: "Senior Go Developer",
      seniority: "senior",
      workplace: "remote",
      workplaceSpans: [[33, 39]],
      hiringCountries: [{ country: "DE", spans: [[33, 49]] }],
      degree: null,
      reality: { teamSize: { value: 6, spans: [[130, 148]] }, onCall: null },
      experience: { min: 5, max: null },
      salary: { min: 80_000, max: 95_000, currency: "EUR", period: "year" },
    });
    const [[start, end]] = read.salary.spans;
    expect(text.slice(start, end)).toBe("€80k–€95k");
    expect(read.skills.map(({ slug, label, must }: Record<string, unknown>) => [slug, label, must])).toEqual([
      ["go", "Go", true],
      ["rest", "REST", true],
      ["kafka", "Kafka", false],
    ]);
  });

  for (const [what, body, status, path] of [
    ["no JSON", "{", 400, undefined],
    ["a text that is none", JSON.stringify({ text: 7 }), 422, "text"],
    ["a key that is not ours", JSON.stringify({ text: "", more: 1 }), 422, "more"],
    ["a text that is too long", JSON.stringify({ text: "a".repeat(100_001) }), 413, "text"],
    ["a body that is far too large", JSON.stringify({ text: "a".repeat(800_000) }), 413, undefined],
  ] as const)
    test(`are refused for ${what}`, async ({ request }) => {
      const answer = await request.post("/api/v1/tag", {
        data: Buffer.from(body),
        headers: { "Content-Type": "application/json" },
      });
      expect(answer.status()).toBe(status);
      const { error } = await answer.json();
      expect(error.message).not.toBe("");
      expect(error.fields.map((field: { path: string }) => field.path)).toEqual(
        path === undefined ? [] : [path],
      );
    });

  test("are not to be read with GET", async ({ request }) => {
    const answer = await request.get("/api/v1/tag");
    expect([answer.status(), answer.headers().allow]).toEqual([405, "POST"]);
  });
});
