import type { APIRequestContext } from "@playwright/test";
import { Matches } from "@/app/api/_parts/schemas";
import { createCompany, createPosting, daysAgo, unique } from "@/db/factories";
import { expect, test } from "../fixtures";

/** A text is sent as it is, as bytes: Playwright would write it as JSON. */
const post = (request: APIRequestContext, data: unknown) =>
  request.post("/api/v1/match", {
    data: Buffer.from(typeof data === "string" ? data : JSON.stringify(data)),
    headers: { "Content-Type": "application/json" },
  });

test.describe("a profile sent to the match", () => {
  test("gets the postings in order, each line explained", async ({ request }) => {
    const slug = unique("matching");
    const { id: companyId } = await createCompany({ slug });
    const many = await createPosting({
      companyId,
      title: "Ten things",
      responsibilities: [{ slug: "api-integration" }, { slug: "security-hardening", must: false }],
      skills: [
        { slug: "python" },
        { slug: "postgresql", minYears: 5 },
        { slug: "mysql" },
        { slug: "go", minYears: 3 },
        { slug: "rust" },
        { slug: "kafka", must: false },
      ],
      experienceMin: 5,
      degree: { level: "bachelor" },
      salary: { min: 80_000, max: 90_000, currency: "USD", period: "year" },
      places: [{ city: "Berlin", country: "DE" }],
      publishedAt: daysAgo(3),
    });
    const one = await createPosting({ companyId, title: "One thing", skills: [{ slug: "python" }] });
    const none = await createPosting({ companyId, title: "Nothing" });
    const other = await createPosting({ companyId, title: "Other things", skills: [{ slug: "java" }] });
    const profile = {
      years: 4.5,
      degree: { level: "associate", field: null },
      skills: [{ slug: "django", evidence: 2 }, { slug: "postgresql", years: 2 }, { slug: "go" }],
      responsibilities: [{ slug: "api-integration", evidence: 1 }],
      no: { skills: ["rust"] },
      salary: { min: 100_000, currency: "USD" },
      workplaces: ["hybrid"],
      countries: ["DE"],
      timezone: "Europe/Berlin",
    };
    const answer = await post(request, { profile, filters: { company: slug } });
    expect(answer.status()).toBe(200);
    const body = await answer.json();
    const { data, total } = Matches.parse(body);
    expect(total).toBe(4);
    expect(data.map(({ posting }) => posting.id)).toEqual([many.id, one.id, other.id, none.id]);
    const [best, second, third, last] = data;
    expect(
      best?.lines.map(({ kind, slug: tag, weight, state, low, high, reason }) =>
        [kind, tag, weight, state, low, high, reason].join(" "),
      ),
    ).toEqual([
      "responsibility api-integration 3 evidenced 1 1 1 piece of evidence",
      "responsibility security-hardening 1 unknown 0 1 not stated",
      "skill python 3 evidenced 1 1 implied by Django",
      "skill postgresql 3 partial 0.5 0.5 2 of 5 years",
      "skill mysql 3 partial 0.5 0.5 related to PostgreSQL",
      "skill go 3 claimed 0.5 1 years not stated",
      "skill rust 3 missing 0 0 answered no",
      "skill kafka 1 unknown 0 1 not stated",
      "experience  3 partial 0.5 0.5 4.5 of 5 years",
      "degree  2 missing 0 0 associate, bachelor asked; 4.5 of 7 years that would do instead",
    ]);
    // Of a weight of 25, 12 for certain and 15.5 at most.
    expect([best?.low, best?.high, best?.rank]).toEqual([48, 62, 387]);
    expect(best?.lines[6]?.ifHad).toEqual({ low: 60, high: 74 });
    expect(best?.gates).toEqual({ pay: "fails", place: "meets", timezone: "meets", employment: "unknown" });
    expect([second?.low, second?.high, second?.rank]).toEqual([100, 100, 333]);
    expect([third?.low, third?.high, third?.rank]).toEqual([0, 100, 0]);
    expect([last?.low, last?.high, last?.lines]).toEqual([null, null, []]);
  });

  test("keeps the plain order, and leaves out what fails a gate where it asks for that", async ({
    request,
  }) => {
    const slug = unique("takeable");
    const { id: companyId } = await createCompany({ slug });
    const skills = [{ slug: "python" }, { slug: "kafka" }];
    const far = await createPosting({ companyId, skills, places: [{ city: "Tokyo", country: "JP" }] });
    const near = await createPosting({ companyId, skills: skills.slice(0, 1) });
    const silent = await createPosting({ companyId, places: [{ city: "Atlantis", country: "DE" }] });
    const profile = {
      skills: [{ slug: "python" }, { slug: "kafka" }],
      countries: ["DE"],
      timezone: "Europe/Berlin",
    };
    const ids = async (more: object) => {
      const answer = await post(request, { profile, filters: { company: slug }, ...more });
      const { data, total } = Matches.parse(await answer.json());
      expect(total).toBe(data.length);
      return data.map(({ posting }) => posting.id);
    };
    expect(await ids({})).toEqual([far.id, near.id, silent.id]);
    expect(await ids({ takeable: false })).toEqual([far.id, near.id, silent.id]);
    // What the posting does not state fails nothing.
    expect(await ids({ takeable: true })).toEqual([near.id, silent.id]);
  });

  test("may be empty: nothing is made up", async ({ request }) => {
    const { data } = Matches.parse(await (await post(request, { profile: {}, limit: 100 })).json());
    expect(data).toHaveLength(100);
    for (const { low, lines, gates } of data) {
      expect(low ?? 0).toBe(0);
      expect(lines.every(({ state }) => state === "unknown")).toBe(true);
      expect(new Set(Object.values(gates))).toEqual(new Set(["unknown"]));
    }
  });

  test("is ranked over what the same filters find in the search", async ({ request }) => {
    const filters = { skill: ["go", "postgresql"], workplace: "remote", experience: 8 };
    const params = "skill=go&skill=postgresql&workplace=remote&experience=8&limit=1";
    const found = await (await request.get(`/api/v1/postings?${params}`)).json();
    const answer = await (await post(request, { profile: { years: 8 }, filters, limit: 2 })).json();
    expect(answer.total).toBe(found.total);
    expect(answer.data.length).toBe(Math.min(2, found.total));
  });

  test("says what hours must be shared by the filter of that name", async ({ request }) => {
    const slug = unique("hours");
    const { id: companyId } = await createCompany({ slug });
    await createPosting({ companyId, window: { start: 540, end: 660, zone: "Europe/Berlin" } });
    const gates = async (filters: object) => {
      const profile = { timezone: "Europe/Berlin" };
      const { data } = await (
        await post(request, { profile, filters: { company: slug, ...filters } })
      ).json();
      return data[0].gates.timezone;
    };
    expect(await gates({})).toBe("fails");
    expect(await gates({ overlap: 2 })).toBe("meets");
  });

  test("may be a JSON Resume", async ({ request }) => {
    const slug = unique("resume");
    const { id: companyId } = await createCompany({ slug });
    await createPosting({ companyId, skills: [{ slug: "python" }, { slug: "kafka" }], experienceMin: 3 });
    const resume = {
      basics: { name: "Sam Example" },
      work: [
        {
          name: "Loomwork",
          position: "Backend Developer",
          startDate: "2018-01",
          endDate: "2022-12",
          summary: "Ran the Django services behind a warehouse.",
        },
      ],
      skills: [{ name: "Kafka" }],
    };
    const answer = await post(request, { resume, filters: { company: slug } });
    expect(answer.status()).toBe(200);
    const { data } = Matches.parse(await answer.json());
    expect(data[0]?.lines.map(({ slug: tag, state, reason }) => [tag, state, reason])).toEqual([
      ["python", "evidenced", "implied by Django"],
      ["kafka", "claimed", "named, without evidence"],
      [null, "claimed", "5 years, 3 asked"],
    ]);
  });
});

test.describe("a match is refused", () => {
  const profile = {};
  for (const [what, body, status, paths] of [
    ["no JSON", "{", 400, []],
    ["nothing in it", {}, 422, ["profile"]],
    ["a list", [], 422, [""]],
    ["a profile and a résumé", { profile, resume: {} }, 422, ["resume"]],
    ["a key that is not ours", { profile, more: 1 }, 422, ["more"]],
    ["neither yes nor no", { profile, takeable: "yes" }, 422, ["takeable"]],
    ["a key of the profile that is not ours", { profile: { age: 40 } }, 422, ["profile.age"]],
    ["years below nothing", { profile: { years: -1 } }, 422, ["profile.years"]],
    [
      "200 years of a skill",
      { profile: { skills: [{ slug: "go", years: 200 }] } },
      422,
      ["profile.skills.0.years"],
    ],
    [
      "5,000 skills",
      { profile: { skills: Array.from({ length: 5000 }, (_, i) => ({ slug: `skill-${i}` })) } },
      422,
      ["profile.skills"],
    ],
    [
      "unknown names and contradictions",
      {
        profile: {
          skills: [{ slug: "go" }, { slug: "golang" }],
          no: { skills: ["go"], responsibilities: ["tea"] },
        },
      },
      422,
      ["profile.skills.1.slug", "profile.no.responsibilities.0", "profile.no.skills.0"],
    ],
    [
      "a name that no database takes",
      { profile: { no: { skills: ["go\u0000"] } } },
      422,
      ["profile.no.skills.0"],
    ],
    ["a filter that no database takes", { profile, filters: { q: "go \u0000" } }, 422, ["filters.q"]],
    [
      "a currency without a rate",
      { profile: { salary: { min: 1, currency: "XTS" } } },
      422,
      ["profile.salary.currency"],
    ],
    ["a résumé against the standard", { resume: { work: "none" } }, 422, ["resume.work"]],
    [
      "filters that make no sense",
      {
        profile,
        filters: { band: ["boss", "mid"], skill: "blub", utm: "x", sort: "newest", salary: [1, null] },
      },
      422,
      ["filters.salary"],
    ],
    [
      "filters that the search refuses",
      { profile, filters: { band: ["boss", "mid"], skill: "blub", utm: "x", sort: "newest" } },
      422,
      ["filters.band", "filters.skill", "filters.utm", "filters.sort"],
    ],
    ["no posting", { profile, limit: 0 }, 422, ["limit"]],
    ["101 postings", { profile, limit: 101 }, 422, ["limit"]],
    [
      "a résumé as long as a book",
      { resume: { work: Array.from({ length: 40 }, () => ({ summary: "Go. ".repeat(1_000) })) } },
      413,
      ["resume"],
    ],
    ["a body that is far too large", { profile: { skills: "a".repeat(800_000) } }, 413, []],
  ] as [string, unknown, number, string[]][])
    test(`for ${what}`, async ({ request }) => {
      const answer = await post(request, body);
      expect(answer.status()).toBe(status);
      const { error } = await answer.json();
      expect(error.message).not.toBe("");
      expect(error.fields.map((field: { path: string }) => field.path)).toEqual(paths);
    });

  test("with GET", async ({ request }) => {
    const answer = await request.get("/api/v1/match");
    expect([answer.status(), answer.headers().allow]).toEqual([405, "POST"]);
  });
});
