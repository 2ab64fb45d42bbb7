import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createProfile, createUser } from "@/db/factories";
import { users } from "@/db/schema/auth";
import { events } from "@/db/schema/events";
import { resumeDrafts } from "@/db/schema/profiles";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { ImportResume } from "../input/resume";
import { findProfile } from "../queries/profile";
import { findResumeDraft, listEducation, listEvidence } from "../queries/resume";
import { discardResume, forgetResumeDrafts, importResume, readResumeOf } from "./resume";

const { db, sql } = await testDatabase();

const text = `Kim Sample
Backend Developer

Experience
Developer, Acme, Mar 2019 – Feb 2021
- Built REST APIs in Go on PostgreSQL

Education
BSc, Example University, 2015 – 2018

Skills
Go, PostgreSQL, Kafka`;

const piece = {
  kind: "job" as const,
  title: "Developer",
  organisation: "Acme",
  text: "- Built REST APIs in Go on PostgreSQL",
  url: "",
  started: "2019-03",
  ended: "2021-02",
  skills: ["go", "postgresql"],
  responsibilities: ["api-management"],
};
const form = (given: object = {}) =>
  ImportResume.parse({
    keepYears: true,
    years: 2,
    skills: [
      { keep: true, slug: "go" },
      { keep: true, slug: "postgresql", years: 2 },
      { keep: false, slug: "kafka" },
    ],
    responsibilities: ["api-management"],
    evidence: [{ keep: true, ...piece }],
    education: [
      { keep: true, level: "bachelor", degree: "BSc", school: "Example University", ended: "2018" },
    ],
    ...given,
  });
const eventsOf = async (actor: Actor) =>
  (
    await db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.actorId, actor.userId))
      .orderBy(events.id)
  ).map(({ type }) => type);

describe("a résumé that was read", () => {
  let actor: Actor;
  let stranger: Actor;
  beforeEach(async () => {
    [actor, stranger] = [await createUser(), await createUser()];
    await readResumeOf(actor, { text });
  });

  it("waits for its owner, and nobody else; nothing is in the profile yet", async () => {
    expect(await findResumeDraft(actor)).toMatchObject({
      source: "text",
      reading: { name: { value: "Kim Sample" } },
    });
    expect(await findResumeDraft(stranger)).toBeNull();
    expect(await findProfile(actor)).toBeNull();
    expect(await eventsOf(actor)).toEqual(["resume.read"]);
  });

  it("is replaced by the next, and stays where the next cannot be read", async () => {
    await readResumeOf(actor, { text: text.replace("Kim", "Robin") });
    expect(await findResumeDraft(actor)).toMatchObject({ reading: { name: { value: "Robin Sample" } } });
    await expect(readResumeOf(actor, { text: "{" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "text" }],
    });
    await expect(readResumeOf(actor, { text: "?!" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "text" }],
    });
    expect(await findResumeDraft(actor)).toMatchObject({ reading: { name: { value: "Robin Sample" } } });
  });

  it("becomes the profile, with evidence under what it shows; once", async () => {
    await importResume(
      actor,
      form({ keepName: true, name: "Kim Sample", keepHeadline: true, headline: "Backend" }),
    );
    expect(await findProfile(actor)).toMatchObject({
      headline: "Backend",
      years: 2,
      skills: [
        { slug: "go", years: null, evidence: 1 },
        { slug: "postgresql", years: 2, evidence: 1 },
      ],
      responsibilities: [{ slug: "api-management", evidence: 1 }],
    });
    expect(await listEvidence(actor)).toMatchObject([
      { title: "Developer", skills: [{ slug: "go" }, { slug: "postgresql" }] },
    ]);
    expect(await listEducation(actor)).toMatchObject([{ level: "bachelor", school: "Example University" }]);
    expect(await db.select({ name: users.name }).from(users).where(eq(users.id, actor.userId))).toEqual([
      { name: "Kim Sample" },
    ]);
    expect(await findResumeDraft(actor)).toBeNull();
    await expect(importResume(actor, form())).rejects.toMatchObject({ code: "not_found" });
    expect(await listEvidence(actor)).toHaveLength(1);
    expect(await eventsOf(actor)).toEqual(["resume.read", "resume.imported"]);
  });

  it("is kept once, however often at once", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => importResume(actor, form())));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await listEvidence(actor)).toHaveLength(1);
  });

  it("is no stranger's to keep", async () => {
    await expect(importResume(stranger, form())).rejects.toMatchObject({ code: "not_found" });
    expect(await findProfile(stranger)).toBeNull();
    expect(await findResumeDraft(actor)).not.toBeNull();
  });

  it("gives nothing more the second time, and leaves what it does not touch", async () => {
    const other = await createUser();
    await createProfile(other, {
      headline: "Mine",
      skills: [
        { slug: "go", years: 7 },
        { slug: "rust", years: 1 },
        { slug: "php", has: false },
      ],
    });
    for (const given of [text, text]) {
      await readResumeOf(other, { text: given });
      await importResume(other, form());
    }
    expect(await findProfile(other)).toMatchObject({
      headline: "Mine",
      skills: [
        { slug: "go", years: 7, evidence: 1 },
        { slug: "postgresql", evidence: 1 },
        { slug: "rust", years: 1 },
      ],
      no: { skills: [{ slug: "php" }] },
    });
    expect(await listEvidence(other)).toHaveLength(1);
    expect(await listEducation(other)).toHaveLength(1);
  });

  it("shows only what the profile names", async () => {
    await importResume(actor, form({ skills: [{ keep: true, slug: "go" }], responsibilities: [] }));
    expect(await listEvidence(actor)).toMatchObject([{ skills: [{ slug: "go" }], responsibilities: [] }]);
    expect(await findProfile(actor)).toMatchObject({ responsibilities: [] });
  });

  it("is forgotten when its owner says so, or after a day", async () => {
    await discardResume(actor);
    await discardResume(actor);
    expect(await findResumeDraft(actor)).toBeNull();
    expect(await eventsOf(actor)).toEqual(["resume.read", "resume.discarded"]);
    await readResumeOf(actor, { text });
    await forgetResumeDrafts();
    expect(await findResumeDraft(actor)).not.toBeNull();
    await moveClock(sql, "25 hours");
    await forgetResumeDrafts();
    await moveClock(sql, "0");
    expect(await db.select({ userId: resumeDrafts.userId }).from(resumeDrafts)).toEqual([]);
  });

  it("goes with its owner, as all that was kept of it", async () => {
    await importResume(actor, form());
    await readResumeOf(actor, { text });
    await db.delete(users).where(eq(users.id, actor.userId));
    for (const table of [
      "resume_drafts",
      "profile_evidence",
      "profile_education",
      "profile_evidence_skills",
      "profile_evidence_responsibilities",
    ])
      expect(await sql`select 1 from ${sql(table)} where user_id = ${actor.userId}`, table).toHaveLength(0);
  });
});

describe("what one ticked", () => {
  it("is looked at, the rest not", () => {
    const bad = { keep: false, kind: "job", title: "", started: "soon", url: "javascript:alert(1)" };
    expect(form({ evidence: [bad] }).evidence).toEqual([]);
    const faults = ImportResume.safeParse({ evidence: [{ ...bad, keep: true }] }).error?.issues ?? [];
    expect(faults.map(({ path }) => path.join("."))).toEqual(["evidence.0.url", "evidence.0.started"]);
    const turned =
      ImportResume.safeParse({ evidence: [{ keep: true, ...piece, ended: "2018" }] }).error?.issues ?? [];
    expect(turned.map(({ path }) => path.join("."))).toEqual(["evidence.0.ended"]);
  });

  it("has dates as people type them", () => {
    const [one] = form({ evidence: [{ keep: true, ...piece, started: "Sept 2018", ended: "" }] }).evidence;
    expect(one).toMatchObject({ started: "2018-09", ended: null });
  });
});
