import { beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { parseImport } from "../import/parse";
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

  it("keeps an incomplete one as a draft that says what it lacks", async () => {
    const [outcome] = await run([
      { ...complete, salaryMin: undefined, salaryMax: undefined, employmentType: undefined },
    ]);
    expect(outcome).toMatchObject({ outcome: "new", state: "draft" });
    expect(outcome).toHaveProperty("missing", [
      "A posting without a pay range cannot be published: say what it pays.",
      "Say what kind of employment it is.",
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

  it("refuses one without a company, unless one is named for it", async () => {
    const nameless = { ...complete, company: undefined };
    expect(await run([nameless, { ...complete, id: "9" }])).toMatchObject([
      { outcome: "refused", reason: "it names no company: name it with --company" },
      { outcome: "new" },
    ]);
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

  it("publishes what waited for review, when it comes again with --publish", async () => {
    await run([complete]);
    expect(await run([complete], { publish: true })).toMatchObject([
      { outcome: "updated", state: "published" },
    ]);
    expect(await run([complete], { publish: true })).toMatchObject([{ outcome: "unchanged" }]);
  });

  it("does not speak for a company that has members by now", async () => {
    await run([complete]);
    const [company] = await sql`select id from companies`;
    await addMember(company?.id, await createUser(), "owner");
    expect(await run([{ ...complete, title: "Another title" }])).toMatchObject([{ outcome: "refused" }]);
    expect(await run([{ ...complete, id: "10" }])).toMatchObject([{ outcome: "new" }]);
    expect(await sql`select slug from companies order by slug`).toEqual([
      { slug: "quillmark" },
      { slug: "quillmark-unclaimed" },
    ]);
  });

  it("does not revive what is over", async () => {
    await run([complete], { publish: true });
    await sql`update postings set state = 'removed', remove_reason = 'Not a real role.'`;
    expect(await run([{ ...complete, title: "Another title" }], { publish: true })).toMatchObject([
      { outcome: "refused" },
    ]);
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
