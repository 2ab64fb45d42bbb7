import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createUser, unique } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { closeCompany } from "@/lib/postings/commands/close-company";
import { continueImport, forgetImports, runImport, startImport, submitImported } from "./commands";
import { StartImport } from "./input";
import { findImport, listImports } from "./queries";
import { mostBytes, mostRows } from "./rules";

const { sql } = await testDatabase();
let owner: Actor;
let companyId: string;
let name: string;
beforeEach(async () => {
  await moveClock(sql, "0");
  owner = await createUser();
  ({ id: companyId, name } = await createCompany({ owner, name: unique("Tallyhaven") }));
});

const whole = (given: object = {}) => ({
  id: unique("REQ"),
  title: unique("Backend Engineer"),
  description: `${unique("We build ledgers")} and you run them in Go with Kafka and PostgreSQL. You know HTTP APIs and write tests. Five years of experience.`,
  salaryMin: 80_000,
  salaryMax: 95_000,
  salaryCurrency: "EUR",
  salaryPeriod: "year",
  workplace: "onsite",
  location: "Berlin, Germany",
  employmentType: "full-time",
  ...given,
});

async function imported(
  content: string | Uint8Array<ArrayBuffer>,
  fileName = "postings.json",
  actor = owner,
) {
  const id = randomUUID();
  await startImport(actor, { companyId, id, file: new File([content], fileName) });
  await runImport({ runId: id, actorId: actor.userId });
  return { id, ...(await findImport(owner, id)) };
}
const outcomes = (run: { rows?: { outcome: string; reasons: string[] }[] }) =>
  run.rows?.map(({ outcome, reasons }) => [outcome, ...reasons]);

describe("a file of a company's own postings", () => {
  it("becomes drafts, each with its event and its row, of which the complete ones can be submitted together", async () => {
    const [complete, incomplete] = [whole(), { id: "2", title: "Platform Engineer" }];
    const run = await imported(JSON.stringify([complete, incomplete, complete]));
    expect(run).toMatchObject({ state: "done", total: 3, done: 3, ready: 1 });
    expect(run.rows?.map(({ outcome }) => outcome)).toEqual(["new", "new", "duplicate"]);
    expect(run.rows?.[1]?.reasons).toContain("Choose where the work is done.");
    const saved = await sql`
      select p.state, p.external_url, e.type, e.actor_id from postings p join events e on e.posting_id = p.id
      where p.company_id = ${companyId}`;
    expect([...saved]).toEqual(
      Array(2).fill({ state: "draft", external_url: null, type: "posting.imported", actor_id: owner.userId }),
    );
    expect(await submitImported(owner, run)).toEqual({ submitted: 1 });
    expect(await submitImported(owner, run)).toEqual({ submitted: 0 });
    const states = await sql`select state from postings where company_id = ${companyId} order by state`;
    expect(states.map(({ state }) => state)).toEqual(["draft", "in_review"]);
    expect(await sql`select 1 from import_runs where id = ${run.id} and content is not null`).toHaveLength(0);
  });

  it("changes nothing when it comes again, and updates drafts that nobody edited here", async () => {
    const posting = whole();
    await imported(JSON.stringify([posting]));
    expect(outcomes(await imported(JSON.stringify([posting])))).toEqual([["unchanged"]]);
    const newer = { ...posting, title: "Senior Backend Engineer" };
    expect(outcomes(await imported(JSON.stringify([newer])))).toEqual([["updated"]]);
    await sql`insert into events (type, at, actor_id, company_id, posting_id)
      select 'posting.edited', now(), ${owner.userId}, company_id, id from postings where company_id = ${companyId}`;
    const [edited] = outcomes(await imported(JSON.stringify([posting]))) ?? [];
    expect(edited?.[0]).toBe("refused");
    expect(edited?.[1]).toContain("edited here after it was imported");
    await sql`update postings set state = 'in_review', submitted_at = now() where company_id = ${companyId}`;
    const [submitted] = outcomes(await imported(JSON.stringify([posting]))) ?? [];
    expect(submitted?.[1]).toContain("in review");
  });

  it("refuses a posting of another company, whoever that is", async () => {
    const other = await createCompany({ owner: await createUser(), name: unique("Otherhaven") });
    const run = await imported(JSON.stringify([whole({ company: other.name }), whole({ company: name })]));
    expect(outcomes(run)).toEqual([
      ["refused", `It is a posting of “${other.name}”, not of ${name}.`],
      ["new"],
    ]);
  });

  it("goes on after the last row when it was ended in the middle", async () => {
    const id = randomUUID();
    const file = new File([JSON.stringify([whole(), whole(), whole()])], "three.json");
    await startImport(owner, { companyId, id, file });
    const [run] = await sql`select content from import_runs where id = ${id}`;
    await runImport({ runId: id, actorId: owner.userId });
    // As a killed worker leaves it: two rows are there whole, and the third is not.
    await sql`update import_runs set state = 'waiting', content = ${run?.content} where id = ${id}`;
    await sql`delete from import_rows where run_id = ${id} and position = 3`;
    await expect(continueImport(owner, { id })).rejects.toMatchObject({ code: "conflict" });
    await moveClock(sql, "6 minutes");
    await continueImport(owner, { id });
    await runImport({ runId: id, actorId: owner.userId });
    expect(await findImport(owner, id)).toMatchObject({ state: "done", done: 3 });
    const [count] = await sql`select count(*)::int as n from postings where company_id = ${companyId}`;
    expect(count?.n).toBe(3);
  });
});

describe("a hostile file", () => {
  const refused = async (content: string | Uint8Array<ArrayBuffer>, fileName?: string) => {
    const run = await imported(content, fileName);
    expect(await sql`select 1 from postings where company_id = ${companyId}`).toHaveLength(0);
    return run.fault ?? outcomes(run)?.[0]?.[1];
  };

  it("of more postings than one import may have is refused whole", async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `${n};Backend Engineer;Berlin`);
    expect(await refused(["id;title;location", ...lines].join("\n"), "many.csv")).toBe(
      `This file has more than ${mostRows} postings. Split it, then import each part.`,
    );
  });

  it("whose entities grow without end is refused", async () => {
    const entities = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">${entities.join("")}]><source><job><title>Backend Engineer</title><description>&e12;</description></job></source>`;
    const run = await imported(bomb, "bomb.xml");
    expect(JSON.stringify(run.rows).length).toBeLessThan(5_000);
    const [row] =
      await sql`select max(length(description)) as most from postings where company_id = ${companyId}`;
    expect(row?.most ?? 0).toBeLessThan(1_000);
  });

  it("that names a file of ours by an entity learns nothing of it", async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><source><job><title>Backend &f;</title><description>&f;</description></job></source>`;
    await imported(xml, "entity.xml");
    const found =
      await sql`select 1 from postings where company_id = ${companyId} and (title || description) like '%root:%'`;
    expect(found).toHaveLength(0);
  });

  it("that is compressed, empty, binary or nested without end is refused with a reason", async () => {
    expect(await refused(new Uint8Array(gzipSync(Buffer.alloc(50_000_000))), "bomb.json.gz")).toBeTruthy();
    expect(await refused(" ", "empty.json")).toContain("empty");
    expect(await refused(new Uint8Array(200_000).fill(0), "zero.bin")).toBeTruthy();
    expect(await refused("[".repeat(1_000_000), "deep.json")).toBeTruthy();
  });

  it("in another encoding is read, and what cannot be is not invented", async () => {
    const text = 'id;title;location;description\n1;Entwickler für Zürich;"Zürich, Schweiz";Größe';
    const run = await imported(new Uint8Array(Buffer.from(text, "latin1")), "latin1.csv");
    expect(run.rows?.map(({ title }) => title)).toEqual(["Entwickler für Zürich"]);
  });

  it("that is too large is refused at its field", () => {
    const file = new File([new Uint8Array(mostBytes + 1)], "large.json");
    const parsed = StartImport.safeParse({ companyId, id: randomUUID(), file });
    expect(parsed.error?.issues).toMatchObject([{ path: ["file"] }]);
    expect(StartImport.safeParse({ companyId, id: randomUUID() }).error?.issues).toMatchObject([
      { path: ["file"], message: "Choose a file, or paste its text." },
    ]);
  });
});

describe("an import", () => {
  it("is for owners and recruiters of the company alone", async () => {
    const [reviewer, stranger] = [await createUser(), await createUser()];
    await addMember(companyId, reviewer, "reviewer");
    const run = await imported(JSON.stringify([whole()]));
    for (const actor of [reviewer, stranger]) {
      await expect(imported("[]", "x.json", actor)).rejects.toMatchObject({ code: "not_found" });
      await expect(submitImported(actor, run)).rejects.toMatchObject({ code: "not_found" });
      await expect(continueImport(actor, run)).rejects.toMatchObject({ code: "not_found" });
      expect(await findImport(actor, run.id)).toBeNull();
      expect(await listImports(actor, companyId)).toEqual([]);
    }
  });

  it("is refused for a closed company, also where it waited", async () => {
    const id = randomUUID();
    const file = new File([JSON.stringify([whole()])], "late.json");
    await startImport(owner, { companyId, id, file });
    await closeCompany(owner, { companyId, name, message: "Thank you." });
    await runImport({ runId: id, actorId: owner.userId });
    expect((await findImport(owner, id))?.state).toBe("refused");
    await expect(imported("[]")).rejects.toMatchObject({ code: "conflict" });
  });

  it("is forgotten after thirty days, and its postings stay", async () => {
    const run = await imported(JSON.stringify([whole()]));
    await moveClock(sql, "31 days");
    await forgetImports();
    expect(await findImport(owner, run.id)).toBeNull();
    expect(await sql`select 1 from postings where company_id = ${companyId}`).toHaveLength(1);
  });
});
