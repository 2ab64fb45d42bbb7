import { getTableName } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createSession,
  createUser,
  unique,
} from "@/db/factories";
import { createPersonEverywhere, plantCanaries, tablesWith } from "@/db/factories-person";
import { holdings } from "@/db/personal";
import { moveClock, testDatabase } from "@/db/testing";
import { writeNote } from "@/lib/applications/commands/notes";
import { endOneSession, endOtherSessions, noteVisit } from "@/lib/auth/account/commands";
import { findSession, listSessions } from "@/lib/auth/queries";
import { deliverEvent } from "@/lib/notifications/deliver";
import { askForDeletion, keepAccount } from "./commands/ask";
import { deleteAccounts } from "./commands/delete";
import { exportData } from "./commands/export";

const { sql, db } = await testDatabase();
afterEach(() => moveClock(sql, "0"));

const someCanary = () => `${unique("canary")}.example`;
const countUsers = async (userId: string) => (await sql`select 1 from users where id = ${userId}`).length;
const typesOf = async (userId: string) =>
  (await sql<{ type: string }[]>`select type from events where actor_id = ${userId} order by id`).map(
    ({ type }) => type,
  );
const mailsTo = (email: string) =>
  sql<{ subject: string; paragraphs: string[] }[]>`
    select payload ->> 'subject' as subject, payload -> 'paragraphs' as paragraphs
    from graphile_worker._private_jobs where payload ->> 'to' = ${email} order by id`;

describe("an account that is deleted", () => {
  it("leaves nothing of what was written in any column about its person, in the queue or in the mailbox", async () => {
    const canary = someCanary();
    const { person, owner, company, application, office, colleague } = await createPersonEverywhere(
      sql,
      canary,
    );
    for (const { table, rows } of holdings)
      expect((await db.select().from(table).where(rows(person))).length, getTableName(table)).toBeGreaterThan(
        0,
      );
    expect(await plantCanaries(person, canary)).toEqual([
      "application_matches.inputs_hash",
      "application_matches.sheet_hash",
      "interviews.link",
      "resume_files.hash",
      "profile_evidence.started",
      "profile_evidence.ended",
      "profile_education.started",
      "profile_education.ended",
      "profiles.wanted_currency",
      "profiles.bands",
      "company_keys.secret_hash",
      "company_keys.scopes",
    ]);
    await writeNote(owner, { id: application.id, text: canary, mentioned: [owner.userId] });
    const { id: postingId } = await createPosting({ companyId: office.id });
    const other = await createApplication({ postingId, companyId: office.id, candidate: await createUser() });
    await writeNote(person, { id: other.id, text: "Strong.", mentioned: [colleague.userId] });
    const noted = await sql<
      { id: number }[]
    >`select id::int from events where type = 'application.noted' order by id`;
    for (const { id } of noted) await deliverEvent({ eventId: id });
    expect(await sql`select title from notifications where user_id = ${colleague.userId}`).toMatchObject([
      { title: expect.stringContaining(canary) },
    ]);
    await sql`
      insert into mailbox_messages (recipient, raw)
      values (${owner.email}, ${`Message-ID: <event-${noted[0]?.id}-${owner.userId}@localhost>\r\n\r\n${canary}`})`;
    await askForDeletion(person, { email: person.email });
    expect((await mailsTo(owner.email)).length).toBeGreaterThan(0);
    await moveClock(sql, "7 days 1 second");
    await deleteAccounts();

    expect(await tablesWith(sql, canary)).toEqual([]);
    expect(await tablesWith(sql, person.userId)).toEqual(["events"]);
    const erased = await sql<{ id: number }[]>`
      select id::int from events where type = 'application.erased' and company_id = ${company.id}`;
    expect(erased).toHaveLength(1);
    await deliverEvent({ eventId: erased[0]?.id ?? 0 });
    expect((await mailsTo(owner.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^An applicant withdrew from /),
    ]);
  });

  it("goes once, on its day and not before, however many workers look", async () => {
    const person = await createUser();
    const { userId, email } = person;
    await askForDeletion(person, { email });
    await moveClock(sql, "6 days 23 hours");
    await deleteAccounts();
    expect(await countUsers(userId)).toBe(1);
    await moveClock(sql, "7 days 1 second");
    await Promise.all([deleteAccounts(), deleteAccounts(), deleteAccounts()]);
    expect(await countUsers(userId)).toBe(0);
    expect(await typesOf(userId)).toEqual(["user.deletion_asked", "user.deleted"]);
  });

  it("takes nothing of anybody whose address ends or begins alike", async () => {
    const end = unique("ann");
    const person = await createUser({ email: `${end}@example.com` });
    const [other, longer] = [`jo${end}@example.com`, `${end}@example.com.de`];
    await sql`insert into rate_limits (key) values (${`codesTo:${other}`}), (${`codesTo:${longer}`})`;
    for (const to of [other, longer])
      await sql`select enqueue_job('send-mail', ${sql.json({ to, subject: "Hello" })}::json, null)`;
    await askForDeletion(person, { email: person.email });
    await moveClock(sql, "8 days");
    await deleteAccounts();
    expect(
      await sql`select 1 from rate_limits where key in (${`codesTo:${other}`}, ${`codesTo:${longer}`})`,
    ).toHaveLength(2);
    for (const to of [other, longer]) expect(await mailsTo(to)).toHaveLength(1);
  });

  it("stays when its owner keeps it", async () => {
    const person = await createUser();
    await askForDeletion(person, { email: person.email });
    const [mail] = await mailsTo(person.email);
    expect(mail?.subject).toMatch(/^Your account will be deleted on \d/);
    await keepAccount(person);
    await keepAccount(person);
    await moveClock(sql, "8 days");
    await deleteAccounts();
    expect(await countUsers(person.userId)).toBe(1);
    expect(await typesOf(person.userId)).toEqual(["user.deletion_asked", "user.account_kept"]);
  });

  it("is asked for by who signed in a short while ago and types its address", async () => {
    const person = await createUser();
    await expect(askForDeletion(person, { email: "other@example.com" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "email" }],
    });
    const early = { ...person, signedInAt: new Date(Date.now() - 11 * 60_000) };
    for (const act of [() => askForDeletion(early, { email: person.email }), () => exportData(early)])
      await expect(act()).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("the only owner of a company", () => {
  it("hands it over or closes it first", async () => {
    const owner = await createUser();
    const company = await createCompany({ owner });
    const ask = () => askForDeletion(owner, { email: owner.email });
    await expect(ask()).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(company.name),
    });
    await sql`update companies set closed_at = now() where id = ${company.id}`;
    await ask();
    await moveClock(sql, "8 days");
    await deleteAccounts();
    expect(await countUsers(owner.userId)).toBe(0);
  });

  it("is also who shares it with an owner whose account will be deleted", async () => {
    const [first, second] = [await createUser(), await createUser()];
    const { id } = await createCompany({ owner: first });
    await addMember(id, second, "owner");
    const asked = await Promise.allSettled(
      [first, second].map((owner) => askForDeletion(owner, { email: owner.email })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is told that the account stays where they became it after they asked", async () => {
    const person = await createUser();
    await askForDeletion(person, { email: person.email });
    const { name } = await createCompany({ owner: person });
    await moveClock(sql, "8 days");
    await deleteAccounts();
    expect(await countUsers(person.userId)).toBe(1);
    const mail = (await mailsTo(person.email)).at(-1);
    expect(mail?.paragraphs.join()).toContain(name);
    expect(await typesOf(person.userId)).toContain("user.deletion_stopped");
  });
});

describe("an export", () => {
  it("has what the person entered, did and was told, and no secret, note or rating of a company", async () => {
    const canary = someCanary();
    const { person, owner, company } = await createPersonEverywhere(sql, canary);
    await sql`update sessions set session_token = 'the-secret-token' where user_id = ${person.userId}`;
    await sql`update application_notes set text = 'what-they-think'`;
    await sql`update application_ratings set reason = 'what-they-think'`;
    const data = await exportData(person);
    const expected = holdings
      .filter(({ columns }) => Object.values(columns).some((tag) => tag === "own" || tag === "code"))
      .map(({ table }) => getTableName(table));
    expect(Object.keys(data.tables)).toEqual(expected);
    expect(data.tables.profiles).toMatchObject([{ headline: canary }]);
    expect(data.tables.applications).toMatchObject([{ company: company.name, posting: expect.any(String) }]);
    const text = JSON.stringify(data);
    for (const hidden of [
      "the-secret-token",
      "what-they-think",
      `browser ${canary}`,
      owner.userId,
      owner.email,
    ])
      expect(text).not.toContain(hidden);
    expect(await typesOf(person.userId)).toEqual(["user.data_exported"]);
    expect((await exportData(person)).tables.events).toMatchObject([{ type: "user.data_exported" }]);
  });

  it("has nothing of anybody else", async () => {
    const canary = someCanary();
    await createPersonEverywhere(sql, canary);
    expect(JSON.stringify(await exportData(await createUser()))).not.toContain(canary);
  });
});

describe("sessions", () => {
  it("are listed with when they were last seen, and ended one by one or all but this one", async () => {
    const [person, stranger] = [await createUser(), await createUser()];
    const [here, there, away] = [
      await createSession(person),
      await createSession(person),
      await createSession(person),
    ];
    const foreign = await createSession(stranger);
    await noteVisit(person, here);
    const listed = await listSessions(person, here);
    expect(listed).toHaveLength(3);
    expect(listed.filter(({ isThis }) => isThis)).toMatchObject([{ seenAt: expect.any(Date) }]);
    expect(JSON.stringify(listed)).not.toContain(here);
    const idOf = async (token: string) =>
      (await sql<{ id: string }[]>`select id from sessions where session_token = ${token}`)[0]?.id ?? "";
    await expect(endOneSession(person, { id: await idOf(foreign) })).rejects.toMatchObject({
      code: "not_found",
    });
    await endOneSession(person, { id: await idOf(there) });
    expect(await findSession(there)).toBeNull();
    await endOtherSessions(person, here);
    expect(await findSession(away)).toBeNull();
    for (const token of [here, foreign]) expect(await findSession(token)).not.toBeNull();
    expect(await typesOf(person.userId)).toEqual(["user.sessions_ended", "user.sessions_ended"]);
  });
});
