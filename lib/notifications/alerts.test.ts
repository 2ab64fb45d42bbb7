import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import {
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import { events } from "@/db/schema/events";
import { alertPostings } from "@/db/schema/notifications";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import type { Mail } from "@/lib/background/input";
import { hidePosting, showPosting } from "@/lib/profiles/commands/hidden";
import { renumberLive } from "@/lib/saved/commands/live";
import { changeSearch, saveSearch, stopAlerts } from "@/lib/saved/commands/searches";
import { sendAlert, sendAlerts } from "./alerts";

const { db, sql } = await testDatabase();

/** The alerts on their way to someone, the oldest first: jobs of the queue. */
async function mailsTo({ email }: Actor): Promise<Mail[]> {
  const rows = await sql<{ payload: Mail }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' and j.payload ->> 'to' = ${email} order by j.id`;
  return rows.map(({ payload }) => payload);
}
const titlesTo = async (actor: Actor) =>
  (await mailsTo(actor)).map(({ items }) => items?.map(({ title }) => title));

describe("alerts", () => {
  let actor: Actor;
  let company: { id: string; slug: string };
  let criteria: string;
  beforeEach(async () => {
    await moveClock(sql, "0");
    actor = await createUser();
    company = await createCompany();
    criteria = `company=${company.slug}`;
  });
  const post = (title: string, given: object = {}) =>
    createPosting({ companyId: company.id, title, ...given });
  const save = (frequency: "never" | "at-once" | "daily" | "weekly" = "at-once", rest: object = {}) =>
    saveSearch(actor, { criteria, frequency, ...rest });

  it("tell of what went live since the search was saved, with what decides, and never twice", async () => {
    await post("Before");
    const { id } = await save();
    await sendAlerts();
    expect(await mailsTo(actor)).toEqual([]);
    const { id: postingId, slug } = await post("After", {
      workplace: "remote",
      hiringCountries: ["DE", "FR"],
    });
    await sendAlerts();
    await sendAlerts();
    const mails = await mailsTo(actor);
    expect(mails).toMatchObject([
      {
        subject: expect.stringMatching(/^1 new posting: Company/),
        items: [
          {
            title: "After",
            url: `http://localhost:3000/jobs/${slug}?from=alert`,
            lines: [expect.any(String), "€60,000–80,000 a year", "Remote · Germany and France"],
          },
        ],
        action: { url: `http://localhost:3000/jobs?${criteria}&sort=newest` },
        stop: { postUrl: expect.stringContaining("/api/unsubscribe/") },
      },
    ]);
    expect(await db.select().from(alertPostings).where(eq(alertPostings.userId, actor.userId))).toMatchObject(
      [{ postingId, savedSearchId: id, relevant: null }],
    );
    const told = await db.select().from(events).where(eq(events.type, "alert.sent"));
    expect(told.filter(({ data }) => data.savedSearchId === id)).toMatchObject([
      { actorId: null, data: { told: 1 } },
    ]);
  });

  it("tell a person of a posting once, whichever of their searches finds it", async () => {
    await save();
    await saveSearch(actor, { criteria: `${criteria}&workplace=hybrid`, frequency: "at-once" });
    const other = await createUser();
    await saveSearch(other, { criteria, frequency: "at-once" });
    await post("Once");
    // As two workers would, at the same moment.
    await Promise.all([sendAlerts(), sendAlerts()]);
    await sendAlerts();
    expect(await titlesTo(actor)).toEqual([["Once"]]);
    expect(await titlesTo(other)).toEqual([["Once"]]);
  });

  it.each([
    ["a day", "daily", "23 hours", "25 hours"],
    ["a week", "weekly", "6 days", "8 days"],
  ] as const)("wait for %s, then come together", async (_, frequency, before, after) => {
    await save(frequency);
    await post("One", { publishedAt: daysAgo(2) });
    await sendAlerts();
    await moveClock(sql, before);
    await post("Two");
    await sendAlerts();
    expect(await mailsTo(actor)).toEqual([]);
    await moveClock(sql, after);
    await sendAlerts();
    expect(await titlesTo(actor)).toEqual([["Two", "One"]]);
    await post("Three");
    await sendAlerts();
    expect(await mailsTo(actor)).toHaveLength(1);
  });

  describe("skip nothing that goes live late", () => {
    const late: [string, object, (id: string) => Promise<unknown>][] = [
      [
        "a review",
        { state: "in_review" },
        (id) => sql`
        update postings set state = 'published', published_at = app_now() - interval '9 days', confirmed_at = app_now(),
          expires_at = app_now() + interval '30 days' where id = ${id}`,
      ],
      [
        "a freeze",
        { frozenAt: daysAgo(3) },
        (id) => sql`update postings set frozen_at = null where id = ${id}`,
      ],
      [
        "a pause",
        { pausedAt: daysAgo(3) },
        (id) => sql`update postings set paused_at = null where id = ${id}`,
      ],
      ["a delay", { publishAt: new Date(Date.now() + 3_600_000) }, () => moveClock(sql, "2 hours")],
      [
        "silence",
        { publishedAt: daysAgo(30) },
        (id) => sql`update postings set confirmed_at = app_now() where id = ${id}`,
      ],
    ];
    it.each(late)("after %s", async (_, given, goLive) => {
      await save();
      const { id } = await post("Late", { publishedAt: daysAgo(10), ...given });
      // What is newer goes first, and the mark passes over the late one.
      await post("Newer");
      await sendAlerts();
      await goLive(id);
      await sendAlerts();
      await sendAlerts();
      expect(await titlesTo(actor)).toEqual([["Newer"], ["Late"]]);
    });

    it("nor when its company is let in again", async () => {
      await sql`update companies set suspended_at = now() where id = ${company.id}`;
      await save();
      await post("Late", { publishedAt: daysAgo(10) });
      const other = await createCompany();
      await saveSearch(actor, { criteria: `company=${other.slug}`, frequency: "at-once" });
      await createPosting({ companyId: other.id, title: "Newer" });
      await sendAlerts();
      await sql`update companies set suspended_at = null where id = ${company.id}`;
      await sendAlerts();
      expect(await titlesTo(actor)).toEqual([["Newer"], ["Late"]]);
    });

    it("nor what stops between its number and the mail, and is live again before the next minute", async () => {
      const { id } = await save();
      const { id: postingId } = await post("Blinking");
      const due = await inTransaction(async (tx) => ({ at: tx.now, upTo: await renumberLive(tx) }));
      await sql`update postings set frozen_at = now() where id = ${postingId}`;
      await inTransaction((tx) => sendAlert(tx, id, due));
      expect(await mailsTo(actor)).toEqual([]);
      await sql`update postings set frozen_at = null where id = ${postingId}`;
      await sendAlerts();
      expect(await titlesTo(actor)).toEqual([["Blinking"]]);
    });
  });

  it("leave out what was closed in between, what is hidden, and what was applied to", async () => {
    await save("daily");
    const [closed, hidden, applied] = [await post("Closed"), await post("Hidden"), await post("Applied")];
    await post("Open");
    await sendAlerts();
    await sql`update postings set state = 'closed', close_reason = 'filled', closed_at = now() where id = ${closed.id}`;
    await hidePosting(actor, { postingId: hidden.id });
    await createApplication({ postingId: applied.id, companyId: company.id, candidate: actor });
    await moveClock(sql, "25 hours");
    await sendAlerts();
    await showPosting(actor, { postingId: hidden.id });
    expect(await titlesTo(actor)).toEqual([["Open"]]);
  });

  it("go to nobody who stopped them, wants none, or is suspended; who wants them again gets what comes then", async () => {
    const { id } = await save();
    const suspended = await createUser({ suspendedAt: daysAgo(1) });
    await saveSearch(suspended, { criteria, frequency: "at-once" });
    await stopAlerts(id);
    await post("Missed");
    await sendAlerts();
    await changeSearch(actor, { id, name: "Again", frequency: "at-once", minMatch: undefined });
    await post("Wanted");
    await sendAlerts();
    expect(await titlesTo(actor)).toEqual([["Wanted"]]);
    expect(await mailsTo(suspended)).toEqual([]);
  });

  it("list twenty at most, the newest, and say how many there are", async () => {
    await save();
    for (let i = 1; i <= 23; i++) await post(`No. ${i}`, { publishedAt: daysAgo(i / 10) });
    await sendAlerts();
    const [mail] = await mailsTo(actor);
    expect(mail?.subject).toMatch(/^23 new postings: /);
    expect(mail?.items?.map(({ title }) => title)).toEqual(
      Array.from({ length: 20 }, (_, i) => `No. ${i + 1}`),
    );
    expect(mail?.action).toMatchObject({ label: "See 3 more" });
    expect(mail?.paragraphs).toEqual(["This e-mail shows 20 of them. Use the link below to see the rest."]);
  });

  it("hold only what matches well enough, where a threshold is set", async () => {
    await createProfile(actor, { skills: [{ slug: "go", years: 5 }] });
    await save("at-once", { minMatch: 75 });
    await post("All of it", { skills: [{ slug: "go" }] });
    await post("Three of four", { skills: [{ slug: "go" }, { slug: "kafka", must: false }] });
    await post("Half", { skills: [{ slug: "go" }, { slug: "kafka" }] });
    await post("Asks nothing");
    await sendAlerts();
    expect((await titlesTo(actor))[0]?.sort()).toEqual(["All of it", "Three of four"]);
    const silent = await createUser();
    await saveSearch(silent, { criteria, frequency: "at-once", minMatch: 0 });
    await post("Any", { skills: [{ slug: "go" }] });
    await sendAlerts();
    expect(await mailsTo(silent)).toEqual([]);
  });

  describe("neither tell nor count what its owner could not take", () => {
    const wishes = {
      countries: ["DE"],
      wantedMinMinor: 70_000_00,
      wantedCurrency: "EUR",
      wantedYearlyUsd: 70_000,
    };
    const salary = (max: number) => ({ min: 50_000, max, currency: "USD", period: "year" }) as const;

    it("in any saved search, and say so", async () => {
      await createProfile(actor, wishes);
      await save();
      const applied = await post("Applied", { salary: salary(90_000) });
      await createApplication({ postingId: applied.id, companyId: company.id, candidate: actor });
      await post("Too little", { salary: salary(60_000) });
      await post("Too far", { salary: salary(90_000), places: [{ city: "Tokyo", country: "JP" }] });
      await post("Fits", { salary: salary(90_000) });
      await sendAlerts();
      const [mail] = await mailsTo(actor);
      expect(mail?.subject).toMatch(/^1 new posting: /);
      expect(mail?.items?.map(({ title }) => title)).toEqual(["Fits"]);
      expect(mail?.paragraphs).toEqual([
        expect.stringContaining("do not fit what your profile says you want"),
      ]);
      // Nor is a mail sent where there is nothing else.
      await post("Too little again", { salary: salary(60_000) });
      await sendAlerts();
      expect(await mailsTo(actor)).toHaveLength(1);
    });

    it("in one with a threshold", async () => {
      await createProfile(actor, { ...wishes, skills: [{ slug: "go", years: 5 }] });
      await save("at-once", { minMatch: 50 });
      const skills = [{ slug: "go" }];
      await post("Too little", { skills, salary: salary(60_000) });
      await post("Fits", { skills, salary: salary(90_000) });
      await sendAlerts();
      expect(await titlesTo(actor)).toEqual([["Fits"]]);
      expect((await mailsTo(actor))[0]?.subject).toMatch(/^1 new posting: /);
    });
  });

  it("are sent whole or not at all: a worker that dies in between leaves nothing, and the next one sends it", async () => {
    const { id } = await save();
    await post("Whole");
    const due = await inTransaction(async (tx) => ({ at: tx.now, upTo: await renumberLive(tx) }));
    const killed = inTransaction(async (tx) => {
      await sendAlert(tx, id, due);
      await tx.execute("select pg_terminate_backend(pg_backend_pid())");
    });
    await expect(killed).rejects.toThrow();
    expect(await mailsTo(actor)).toEqual([]);
    expect(await db.select().from(alertPostings).where(eq(alertPostings.userId, actor.userId))).toEqual([]);
    await sendAlerts();
    expect(await titlesTo(actor)).toEqual([["Whole"]]);
    expect(await db.select().from(alertPostings).where(eq(alertPostings.userId, actor.userId))).toHaveLength(
      1,
    );
  });

  it("of a search that names what is gone are not sent, while others are", async () => {
    const { id } = await save();
    await sql`update saved_searches set criteria = ${`company=${unique("gone").toLowerCase()}`} where id = ${id}`;
    const other = await createUser();
    await saveSearch(other, { criteria, frequency: "at-once" });
    await post("Anything");
    await sendAlerts();
    expect(await mailsTo(actor)).toEqual([]);
    expect(await titlesTo(other)).toEqual([["Anything"]]);
  });
});
