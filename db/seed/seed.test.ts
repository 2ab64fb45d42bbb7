import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { createUser, daysAgo, findSeededUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { applicationStates } from "@/lib/applications/lists";
import { listOwnApplications } from "@/lib/applications/queries/applications";
import { findApplicationSheet } from "@/lib/applications/queries/sheet";
import { moves } from "@/lib/applications/rules";
import { nothingStated, realityOf } from "@/lib/postings/reality";
import { missingToPublish } from "@/lib/postings/rules";
import { findProfile } from "@/lib/profiles/queries/profile";
import { readSkills } from "@/lib/reading/skills";
import { parseParameters } from "@/lib/search/criteria";
import { readCriteria, type SearchAnswer, search } from "@/lib/search/queries/search";
import { skillEntry, skillsImpliedBy } from "@/lib/taxonomy/catalogue";
import { bands, degrees, employments, periods, workplaces } from "@/lib/taxonomy/terms";
import { demonstrationOf } from "./demonstration";
import { seed } from "./index";
import { spoken } from "./words";
import { writeDemonstration } from "./write";

const { sql, url } = await testDatabase();
const quiet = () => {};

/** Every row of the tables that the seed fills, as one figure each. */
async function digest() {
  const tables =
    "users companies members postings posting_places posting_skills posting_responsibilities reality_cards profiles profile_skills profile_responsibilities applications application_matches application_moves invitations profile_views events decisions".split(
      " ",
    );
  const rows = await Promise.all(
    tables.map(
      (table) =>
        sql`select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as digest from ${sql(table)} t`,
    ),
  );
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.[0]]));
}

async function ask(query: string): Promise<SearchAnswer> {
  const { criteria, paging } = parseParameters(new URLSearchParams(query));
  const { ready, labels } = await readCriteria(criteria);
  return (await search(ready, paging, labels)) as SearchAnswer;
}
const counts = (answer: SearchAnswer, facet: keyof SearchAnswer["facets"]) =>
  Object.fromEntries(answer.facets[facet].map(({ value, count }) => [value, count]));

it("is written whole or not at all", async () => {
  const cutOff = inTransaction(async (tx) => {
    expect(await writeDemonstration(tx)).toBe(true);
    throw new Error("cut off");
  });
  await expect(cutOff).rejects.toThrow("cut off");
  const rows = await digest();
  for (const table of ["users", "companies", "postings", "applications", "events"])
    expect(rows[table]?.n, table).toBe(0);
});

describe("a seeded database", () => {
  beforeAll(async () => {
    // Somebody signed in before the demonstration was there.
    await createUser({ email: "candidate@example.com" });
    await seed(url, quiet);
  });

  it("keeps with each application the sheet that its posting and profile give", async () => {
    const candidate = await findSeededUser("candidate@example.com");
    const [open, ended] = await Promise.all([
      listOwnApplications(candidate),
      listOwnApplications(candidate, { ended: true }),
    ]);
    const sheets = await Promise.all(
      [...open.applications, ...ended.applications].map(({ id }) => findApplicationSheet(candidate, id)),
    );
    expect(sheets).toHaveLength(5);
    for (const sheet of sheets) {
      expect(sheet).toMatchObject({ isSame: true });
      expect(sheet?.today?.changes ?? []).toEqual([]);
      expect(sheet?.today?.made.facts ?? sheet?.made.facts).toEqual(sheet?.made.facts);
    }
    const [without] = await sql`
      select count(*)::int as n from applications where id not in (select application_id from application_matches)`;
    expect(without?.n).toBe(0);
  });

  it("has exactly 600 live postings, of every kind", async () => {
    const answer = await ask("");
    expect(answer.total).toBe(600);
    for (const [facet, values] of [
      ["band", bands],
      ["workplace", workplaces],
      ["employment", employments],
    ] as const) {
      const found = counts(answer, facet);
      for (const value of values) expect(found[value], `${facet} ${value}`).toBeGreaterThan(5);
    }
    const [kinds] = await sql`
      select count(distinct salary_currency)::int as currencies, count(distinct salary_period)::int as periods,
        count(*) filter (where band is null)::int as without_band, count(*) filter (where degree_level is null)::int as without_degree,
        count(*) filter (where window_zone is not null)::int as windows, count(distinct company_id)::int as companies,
        count(*) filter (where confirmed_at < app_now() - interval '14 days')::int as behind
      from postings where state = 'published' and frozen_at is null and paused_at is null and confirmed_at > app_now() - interval '21 days'`;
    expect(kinds?.currencies).toBeGreaterThanOrEqual(12);
    expect(kinds?.periods).toBe(periods.length);
    expect(kinds?.companies).toBeGreaterThanOrEqual(40);
    for (const kind of ["without_band", "without_degree", "windows", "behind"])
      expect(kinds?.[kind]).toBeGreaterThan(10);
  });

  it("has every state of a posting and of an application", async () => {
    const postingStates = await sql`select state, count(*)::int as n from postings group by 1`;
    expect(new Set(postingStates.map(({ state }) => state))).toEqual(
      new Set(["draft", "in_review", "published", "closed", "expired", "removed"]),
    );
    const states = await sql`select distinct state from applications`;
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(applicationStates));
    const [figures] = await sql`
      select count(*) filter (where state = 'submitted' and reply_by < app_now())::int as overdue,
        (select count(*)::int from (select 1 from applications group by posting_id having count(*) >= 10) many) as crowded
      from applications`;
    expect(figures?.overdue).toBeGreaterThan(2);
    expect(figures?.crowded).toBeGreaterThanOrEqual(5);
  });

  it("has a ledger for every posting that was public", async () => {
    const [wrong] = await sql`
      select count(*)::int as n from postings p where published_at is not null and
        ((select array_agg(at order by id) from events e where e.posting_id = p.id and e.type = 'posting.published') <> array[published_at]
        or coalesce((select max(at) from events e where e.posting_id = p.id and e.type in ('posting.published', 'posting.reconfirmed')), 'epoch') <> confirmed_at)`;
    expect(wrong?.n).toBe(0);
  });

  it("keeps with each application the profile that its sender has", async () => {
    const rows = await sql`
      select a.profile, u.id, u.email, u.name from applications a join users u on u.id = a.candidate_id order by a.id limit 20`;
    for (const { profile, id, email, name } of rows) {
      const actor = { userId: id, email, name, isAdmin: false, signedInAt: new Date() };
      const own = await findProfile(actor);
      const bySlug = (a: { slug: string }, b: { slug: string }) => a.slug.localeCompare(b.slug);
      const sorted = (facts: typeof own) =>
        facts && {
          ...facts,
          skills: [...facts.skills].sort(bySlug),
          no: { ...facts.no, skills: [...facts.no.skills].sort(bySlug) },
        };
      expect(sorted(profile)).toEqual(sorted(own));
    }
  });

  it("gives its three accounts something to see", async () => {
    const [employer] = await sql`
      select count(*) filter (where p.state = 'published')::int as published, count(*) filter (where p.state = 'in_review')::int as in_review,
        count(*) filter (where p.state = 'draft')::int as drafts,
        count(*) filter (where exists (select 1 from decisions d where d.posting_id = p.id and d.kind = 'send_back'))::int as sent_back
      from users u join members m on m.user_id = u.id and m.role = 'owner' join postings p on p.company_id = m.company_id
      where u.email = 'employer@example.com'`;
    expect(employer).toEqual({ published: 13, in_review: 1, drafts: 2, sent_back: 1 });
    const candidate = await sql`
      select a.state from applications a join users u on u.id = a.candidate_id where u.email = 'candidate@example.com' order by 1`;
    expect(candidate.map(({ state }) => state)).toEqual([
      "interview",
      "offer",
      "rejected",
      "screening",
      "submitted",
    ]);
    expect(await sql`select is_admin from users where email = 'admin@example.com'`).toEqual([
      { is_admin: true },
    ]);
  });

  it("is left as it is by a second run", async () => {
    const first = await digest();
    await seed(url, quiet);
    expect(await digest()).toEqual(first);
  });
});

describe("the demonstration", () => {
  const now = new Date("2026-11-20T09:00:00Z");
  const made = demonstrationOf(now);
  const live = made.lives.filter(({ company, number }) => number < company.live);

  it("is the same for the same moment, and its texts and addresses for any", () => {
    expect(JSON.stringify(demonstrationOf(now))).toBe(JSON.stringify(made));
    const words = ({ lives }: typeof made) =>
      lives.map(({ posting: { id, title, description } }) => [id, title, description]);
    expect(words(demonstrationOf(daysAgo(400)))).toEqual(words(made));
  });

  it("has no two live postings with the same text, and none that reads broken", () => {
    expect(live).toHaveLength(600);
    expect(new Set(live.map(({ posting }) => posting.description)).size).toBe(600);
    expect(new Set(live.map(({ posting }) => `${posting.title} ${posting.companyId}`)).size).toBe(600);
    for (const { posting } of made.lives) {
      const text = `${posting.title}\n${posting.description}`;
      expect(text).not.toMatch(/ {2}|undefined|\bnull\b|NaN|[{}]|\.\.|,,|\n{3}| [,;]|\bTODO\b/);
      expect(posting.title.length).toBeLessThanOrEqual(90);
      const words = posting.description.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      expect(words, posting.description).toBeGreaterThanOrEqual(90);
      expect(words, posting.description).toBeLessThanOrEqual(225);
    }
  });

  it("asks in its texts for what its tags say", () => {
    const named = new Set([
      "language",
      "framework",
      "database",
      "cache",
      "messaging",
      "cloud",
      "search",
      "container",
    ]);
    for (const { posting } of live) {
      const tags = (posting.skills ?? []).map(({ slug }) => slug);
      const shown = new Set([...tags, ...skillsImpliedBy(tags)]);
      for (const { slug, must } of posting.skills ?? [])
        if (must)
          expect(posting.description.toLowerCase(), posting.title).toContain(spoken(slug).toLowerCase());
      const foreign = readSkills(posting.description)
        .map(({ slug }) => slug)
        .filter((slug) => !shown.has(slug) && named.has(skillEntry(slug)?.category ?? ""));
      expect(foreign, posting.description).toEqual([]);
    }
  });

  it("has titles that fit the band", () => {
    const ranks = {
      entry: /^(Junior|Graduate)|\bIntern/,
      mid: null,
      senior: /^(Senior|Lead|Staff)/,
      principal: /^(Principal|Distinguished)/,
    };
    for (const { posting } of live) {
      const years = posting.experienceMin;
      const band =
        years === undefined
          ? "mid"
          : years < 3
            ? "entry"
            : years < 10
              ? "mid"
              : years <= 20
                ? "senior"
                : "principal";
      for (const [rank, pattern] of Object.entries(ranks))
        if (pattern) expect(pattern.test(posting.title), `${posting.title} for ${band}`).toBe(rank === band);
    }
  });

  it("has degrees of every level, with and without equal experience, and reality cards whole, in part and not at all", () => {
    const asked = live.map(({ posting }) => posting.degree);
    for (const level of degrees)
      expect(
        asked.some((degree) => degree?.level === level),
        level,
      ).toBe(true);
    expect(asked.filter((degree) => degree?.equalExperience === false).length).toBeGreaterThan(20);
    const cards = live.map(
      ({ posting }) => posting.reality && realityOf({ ...nothingStated, ...posting.reality }).complete,
    );
    for (const kind of [true, false, undefined])
      expect(cards.filter((card) => card === kind).length).toBeGreaterThan(90);
  });

  it("hands in nothing for review that could not be published, and moves applications along the map only", () => {
    for (const { posting } of made.lives)
      if (posting.state !== "draft")
        expect(
          missingToPublish({
            title: posting.title,
            description: posting.description,
            salaryMinMinor: posting.salary?.min ?? null,
            workplace: posting.workplace ?? null,
            employment: posting.employment ?? null,
            hiringCountries: posting.hiringCountries ?? [],
            places: posting.places ?? [],
          }),
        ).toEqual([]);
    for (const {
      moves: [first, ...others],
      candidate,
    } of made.applications) {
      expect([first?.from, first?.to]).toEqual([null, "submitted"]);
      let last = first?.at as Date;
      for (const { from, to, at, message } of others) {
        const allowed = from ? moves[from] : [];
        expect(
          to === "withdrawn" ? allowed.length > 0 : allowed.includes(to),
          `${candidate.email}: ${from} to ${to}`,
        ).toBe(true);
        expect(at.getTime()).toBeGreaterThan(last.getTime());
        expect(at.getTime()).toBeLessThan(now.getTime());
        if (to === "rejected") expect(message).not.toBe("");
        last = at;
      }
    }
  });
});
