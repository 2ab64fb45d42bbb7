import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { addMember, createAdmin, createCompany, createUser, daysAgo } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { editCompany } from "@/lib/companies/commands/edit";
import { CompanyForm } from "@/lib/companies/input";
import { listLedger } from "@/lib/events/queries";
import { parseImport } from "../import/parse";
import { readPayChange } from "../pay-change";
import { publishPosting } from "./decide";
import { importPostings, type ToImport } from "./import";

const { sql } = await testDatabase();
beforeEach(() => sql`truncate companies cascade`);

const text =
  "You would run the ledger: Go services on PostgreSQL and Kafka, a few thousand writes each second, on call one week in six.";
const complete = {
  id: "7",
  title: "Backend Engineer",
  company: "Quillmark",
  url: "https://quillmark.example/jobs/7",
  description: text,
  location: "Berlin, Germany",
  workplaceType: "hybrid",
  employmentType: "Full-time",
  salaryMin: 70_000,
  salaryMax: 85_000.5,
  salaryCurrency: "EUR",
};

/** A day by its date, in UTC. */
const daysAhead = (days: number) => daysAgo(-days).toISOString().slice(0, 10);

/** Imports what these objects state as one JSON file, each run anew unless `seen` is given. */
async function run(
  jobs: object[],
  options: { publish?: boolean; company?: string; seen?: Set<string> } = {},
) {
  const read: ToImport[] = [];
  for await (const result of parseImport({ name: "jobs.json", content: JSON.stringify(jobs) }))
    if (result.ok) read.push(result);
  return importPostings(read, { publish: false, seen: new Set(), ...options });
}

const stored = () => sql`
  select p.title, p.state, p.salary_min_minor::int, p.salary_max_minor::int, p.yearly_usd_min, p.external_url, c.name as company,
    array(select s.slug from posting_skills t join skills s on s.id = t.skill_id where t.posting_id = p.id order by t.position) as skills,
    array(select l.city || ', ' || l.country from posting_places l where l.posting_id = p.id) as places,
    array(select e.type from events e where e.posting_id = p.id order by e.id) as events
  from postings p join companies c on c.id = p.company_id order by p.created_at, p.external_id`;

describe("an import", () => {
  it("keeps a complete posting for review, under an unclaimed company, with its tags", async () => {
    expect(await run([complete])).toMatchObject([{ outcome: "new", state: "in_review", missing: [] }]);
    expect(await stored()).toEqual([
      {
        title: "Backend Engineer",
        state: "in_review",
        salary_min_minor: 7_000_000,
        salary_max_minor: 8_500_050,
        yearly_usd_min: expect.any(Number),
        external_url: "https://quillmark.example/jobs/7",
        company: "Quillmark",
        skills: ["go", "postgresql", "kafka"],
        places: ["Berlin, DE"],
        events: ["posting.imported"],
      },
    ]);
  });

  it("keeps the dates of its source: as old as there, and over when it is over there", async () => {
    const dated = { ...complete, postedAt: daysAgo(10).toISOString(), validThrough: daysAhead(5) };
    expect(await run([dated], { publish: true })).toMatchObject([{ outcome: "new", state: "published" }]);
    const [kept] = await sql`
      select extract(day from now() - published_at)::int as age,
        to_char(expires_at at time zone 'utc', 'YYYY-MM-DD') as ends from postings`;
    expect(kept).toEqual({ age: 10, ends: daysAhead(5) });
    expect(await run([{ ...dated, validThrough: daysAhead(9) }], { publish: true })).toMatchObject([
      { outcome: "updated" },
    ]);
    expect(
      await sql`select to_char(expires_at at time zone 'utc', 'YYYY-MM-DD') as ends from postings`,
    ).toEqual([{ ends: daysAhead(9) }]);
  });

  it("refuses what is over at its source, and publishes what is old there but has no end", async () => {
    expect(await run([{ ...complete, validThrough: daysAhead(-2) }], { publish: true })).toMatchObject([
      { outcome: "refused", reason: `it is over: it ended on ${daysAhead(-2)}` },
    ]);
    const old = { ...complete, postedAt: daysAgo(400).toISOString() };
    expect(await run([old], { publish: true })).toMatchObject([{ outcome: "new", state: "published" }]);
    expect(await sql`select extract(day from expires_at - now())::int as left from postings`).toEqual([
      { left: 59 },
    ]);
  });

  it("keeps an incomplete one as a draft that says what it lacks", async () => {
    const [outcome] = await run([
      { ...complete, salaryMin: undefined, salaryMax: undefined, employmentType: undefined },
    ]);
    expect(outcome).toMatchObject({ outcome: "new", state: "draft" });
    expect(outcome).toHaveProperty("missing", [
      "A posting without a pay range cannot be published. Enter the pay.",
      "Choose the kind of employment.",
    ]);
  });

  it("reads from the text what the format does not state", async () => {
    const description = `${text} Pay: €70k-85k. 5+ years of experience, a BSc or equivalent. Hybrid, 2 days in the office in Lyon. Full-time role.`;
    const bare = { id: "7", title: "Backend Engineer", company: "Quillmark", description };
    expect(await run([bare])).toMatchObject([{ outcome: "new", state: "in_review" }]);
    expect(
      await sql`select workplace, employment, degree_level, experience_min, salary_max_minor::int from postings`,
    ).toEqual([
      {
        workplace: "hybrid",
        employment: "full-time",
        degree_level: "bachelor",
        experience_min: 5,
        salary_max_minor: 8_500_000,
      },
    ]);
    expect(await stored()).toMatchObject([{ places: ["Lyon, FR"] }]);
  });

  it("publishes complete ones when told to, and no others", async () => {
    const lacking = { ...complete, id: "8", workplaceType: undefined, location: undefined };
    expect(await run([complete, lacking], { publish: true })).toMatchObject([
      { state: "published" },
      { state: "draft" },
    ]);
    expect((await stored()).map(({ events }) => events)).toEqual([
      ["posting.published"],
      ["posting.imported"],
    ]);
  });

  it("changes nothing the second time, whoever else has members", async () => {
    await createCompany({ owner: await createUser() });
    await run([complete]);
    const before = await sql`select xmin::text, * from postings`;
    expect(await run([complete])).toMatchObject([{ outcome: "unchanged" }]);
    expect(await sql`select xmin::text, * from postings`).toEqual(before);
  });

  it("updates what the source has changed since, under the same id and address", async () => {
    await run([complete]);
    const [before] = await sql`select id, slug from postings`;
    expect(
      await run([{ ...complete, title: "Senior Backend Engineer", location: "Munich, Germany" }]),
    ).toMatchObject([{ outcome: "updated" }]);
    expect(await stored()).toMatchObject([{ title: "Senior Backend Engineer", places: ["Munich, DE"] }]);
    expect(await sql`select id, slug from postings`).toEqual([before]);
  });

  it("counts one identity twice in a run as a duplicate, over files too", async () => {
    const seen = new Set<string>();
    expect(await run([complete, complete], { seen })).toMatchObject([
      { outcome: "new" },
      { outcome: "duplicate" },
    ]);
    expect(await run([complete], { seen })).toMatchObject([{ outcome: "duplicate" }]);
  });

  it("takes the same id of another company for another posting", async () => {
    expect(await run([complete, { ...complete, company: "Fernbank" }])).toMatchObject([
      { outcome: "new" },
      { outcome: "new" },
    ]);
  });

  it.each([
    [["Яндекс", "株式会社メルカリ"]],
    [["さくら", "すみれ", "Берёза"]],
    [["C++ Corp", "C Corp", "C# Corp"]],
    [["شركة النور", "حاسوب", "עברית"]],
    [["Ørsted", "Orsted"]],
    [["Acme", "Acme!", "Ácme"]],
    [["🚀", "🦊"]],
    [["Яндекс", "Yandeks"]],
  ])("takes %j for as many companies, with equal ids too, in one file or in several", async (names) => {
    const jobs = names.map((company) => ({ ...complete, company, title: `Backend at ${company}` }));
    const [first, ...rest] = jobs;
    expect(await run([first as object], { publish: true })).toMatchObject([{ outcome: "new" }]);
    for (const outcome of await run([...rest, ...rest.map((job) => ({ ...job, id: "8" }))], {
      publish: true,
    }))
      expect(outcome).toMatchObject({ outcome: "new" });
    expect(new Set((await stored()).map(({ company }) => company))).toEqual(new Set(names));
    for (const { title, company } of await stored()) expect(title).toBe(`Backend at ${company}`);
    const slugs = await sql`select slug from companies union all select slug from postings`;
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(slugs.length);
    for (const outcome of await run(jobs, { publish: true })) expect(outcome.outcome).toBe("unchanged");
  });

  it.each([
    ["Quillmark", " QUILLMARK"],
    ["Яндекс", "ЯНДЕКС"],
    ["Harbor & Vale", "harbor  &  vale"],
    ["Straße", "STRASSE"],
  ])("takes %j and %j for one", async (one, other) => {
    await run([{ ...complete, company: one }]);
    expect(await run([{ ...complete, company: other }])).toMatchObject([{ outcome: "unchanged" }]);
    expect(await run([{ ...complete, company: other, id: "8" }])).toMatchObject([{ outcome: "new" }]);
    expect(await sql`select name from companies`).toEqual([{ name: one }]);
  });

  it("gives addresses that can be read, and numbers those that would be the same", async () => {
    const named = (company: string) => ({ ...complete, company, title: "Łódź Backend" });
    await run(["Ørsted", "Orsted", "さくら", "C++ Corp"].map(named));
    expect(await sql`select slug from companies order by slug`).toEqual(
      ["cpp-corp", "orsted", "orsted-2", "sakura"].map((slug) => ({ slug })),
    );
    const slugs = await sql`select slug from postings`;
    for (const { slug } of slugs)
      expect(slug).toMatch(/^lodz-backend-at-(cpp-corp|orsted|sakura)-[0-9a-f]{8}$/);
  });

  it("refuses a company whose name is no name", async () => {
    expect(await run([{ ...complete, company: "x".repeat(201) }])).toMatchObject([
      { outcome: "refused", reason: "the name of its company has more than 200 characters" },
    ]);
  });

  it("refuses one without a company, unless one is named for it", async () => {
    const nameless = { ...complete, company: undefined };
    expect(await run([nameless, { ...complete, id: "9" }])).toMatchObject([
      { outcome: "refused", reason: "it names no company: give one with --company NAME" },
      { outcome: "new" },
    ]);
    for (const company of ["  ", "\u200b"])
      expect(await run([nameless], { company })).toMatchObject([{ outcome: "refused" }]);
    expect(await run([nameless], { company: "Fernbank" })).toMatchObject([{ outcome: "new" }]);
  });

  it("leaves a live posting as it is, unless it may publish", async () => {
    await run([complete], { publish: true });
    const changed = { ...complete, salaryMax: 90_000 };
    expect(await run([changed])).toMatchObject([{ outcome: "refused" }]);
    expect(await run([changed], { publish: true })).toMatchObject([
      { outcome: "updated", state: "published" },
    ]);
    expect(await stored()).toMatchObject([{ salary_max_minor: 9_000_000 }]);
  });

  it("tells the public ledger what changed: the pay from what to what, and that it was published once", async () => {
    await run([complete], { publish: true });
    const [posting] = await sql`select id from postings`;
    await run([{ ...complete, salaryMin: 72_500.5, salaryMax: 90_000 }], { publish: true });
    await run([{ ...complete, salaryMin: 72_500.5, salaryMax: 90_000, title: "Backend Developer" }], {
      publish: true,
    });
    const ledger = await listLedger(posting?.id);
    expect(ledger.map(({ type }) => type)).toEqual([
      "posting.published",
      "posting.changed",
      "posting.changed",
    ]);
    const changes = ledger.flatMap((entry) =>
      entry.type === "posting.changed" ? [readPayChange(entry.data)] : [],
    );
    expect(changes[0]).toEqual({
      from: { min: 70_000, max: 85_000.5, currency: "EUR", period: "year" },
      to: { min: 72_500.5, max: 90_000, currency: "EUR", period: "year" },
    });
    expect(changes[1]).toBeNull();
  });

  it("gives the worker nothing to do, whether it publishes or not: nobody gets a mail about it", async () => {
    const several = [complete, { ...complete, id: "8" }, { ...complete, id: "9", workplaceType: undefined }];
    const jobs = () => sql`
      select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'deliver-event'`;
    await run(several);
    expect(await jobs()).toEqual([]);
    await run(several, { publish: true });
    expect((await stored()).flatMap(({ events }) => events)).toContain("posting.published");
    expect(await jobs()).toEqual([]);
  });

  it("publishes what waited for review, when it comes again with --publish", async () => {
    await run([complete]);
    expect(await run([complete], { publish: true })).toMatchObject([
      { outcome: "updated", state: "published" },
    ]);
    expect(await run([complete], { publish: true })).toMatchObject([{ outcome: "unchanged" }]);
  });

  it("does not speak for a company with members, and makes no double of it", async () => {
    await run([complete]);
    const [company] = await sql`select id from companies`;
    await addMember(company?.id, await createUser(), "owner");
    const refused = { outcome: "refused", reason: "Quillmark has members here, who manage its postings" };
    expect(
      await run([
        { ...complete, title: "Another title" },
        { ...complete, id: "10" },
      ]),
    ).toMatchObject([refused, refused]);
    expect(await sql`select slug from companies`).toEqual([{ slug: "quillmark" }]);
  });

  it.each([
    ["Tallyhaven", "tally-haven-2"],
    ["  TALLYHAVEN ", "tallyhaven"],
    ["Яндекс", "yandeks"],
  ])("refuses %j, named by --company or by the file, where members run it", async (name, slug) => {
    await createCompany({ name: name.trim().toLowerCase(), slug, owner: await createUser() });
    const reason = `${name.trim()} has members here, who manage its postings`;
    expect(await run([{ ...complete, company: name }])).toMatchObject([{ outcome: "refused", reason }]);
    expect(await run([{ ...complete, company: undefined }], { company: name.trim() })).toMatchObject([
      { outcome: "refused", reason },
    ]);
    expect(await sql`select slug from companies`).toEqual([{ slug }]);
  });

  it("knows an advert of a company that was claimed and renamed since", async () => {
    await run([complete]);
    const [company] = await sql`select id from companies`;
    const owner = await createUser();
    await addMember(company?.id, owner, "owner");
    await editCompany(owner, company?.id, CompanyForm.parse({ name: "Quillmark Group" }));
    expect(await run([{ ...complete, title: "Another title" }])).toMatchObject([{ outcome: "refused" }]);
    expect(await run([{ ...complete, id: "10" }])).toMatchObject([{ outcome: "new" }]);
    expect(await sql`select name, slug from companies order by slug`).toEqual([
      { name: "Quillmark Group", slug: "quillmark" },
      { name: "Quillmark", slug: "quillmark-2" },
    ]);
  });

  it("does not revive what is over", async () => {
    await run([complete], { publish: true });
    await sql`update postings set state = 'removed', remove_reason = 'Not a real role.'`;
    expect(await run([{ ...complete, title: "Another title" }], { publish: true })).toMatchObject([
      { outcome: "refused" },
    ]);
  });

  it("publishes an approved one with the dates of its source, unless it has ended meanwhile", async () => {
    await run([{ ...complete, postedAt: daysAgo(10).toISOString(), validThrough: daysAhead(5) }]);
    const [posting] = await sql`select id from postings`;
    const admin = await createAdmin();
    await inTransaction((tx) => publishPosting(tx, admin, { id: posting?.id }));
    expect(
      await sql`select to_char(expires_at at time zone 'utc', 'YYYY-MM-DD') as ends,
      published_at < now() - interval '9 days' as old from postings`,
    ).toEqual([{ ends: daysAhead(5), old: true }]);
    await sql`update postings set state = 'in_review', source_ends_at = now() - interval '1 day'`;
    await expect(inTransaction((tx) => publishPosting(tx, admin, { id: posting?.id }))).rejects.toMatchObject(
      {
        code: "conflict",
      },
    );
  });

  it("two at once make one posting", async () => {
    const outcomes = await Promise.all([run([complete]), run([complete])]);
    expect(
      outcomes
        .flat()
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(["new", "unchanged"]);
  });
});
