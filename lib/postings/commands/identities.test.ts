import { beforeEach, expect, it } from "vitest";
import { addMember, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { parseImport } from "../import/parse";
import { renewIdentities } from "./identities";
import { importPostings, type ToImport } from "./import";

const { db, sql } = await testDatabase();
beforeEach(() => sql`truncate companies cascade`);

/** A company and its posting as an import left them before name keys: known by the slug of the name. */
async function older(name: string, slug: string, given: { id?: string; companySlug?: string } = {}) {
  const company = await createCompany({
    name,
    slug: given.companySlug ?? slug,
    nameKey: null,
    skeletons: null,
  });
  const origin = {
    source: `json:${slug}`,
    externalId: given.id ?? "7",
    externalUrl: "https://jobs.example/7",
  };
  return { company, posting: await createPosting({ companyId: company.id, origin }) };
}

const again = async (company: string, id = "7") => {
  const read: ToImport[] = [];
  const content = JSON.stringify([{ id, company, title: "Backend Engineer", description: "Go services." }]);
  for await (const result of parseImport({ name: "jobs.json", content })) if (result.ok) read.push(result);
  const [outcome] = await importPostings(read, { publish: false, seen: new Set() });
  return outcome;
};
/** It is found, public and without pay by now, which an import does not take over. */
const isFound = { outcome: "refused", reason: expect.stringContaining("it is public") };

it.each([
  ["Quillmark", "quillmark"],
  ["Harbor & Vale", "harbor-and-vale"],
  ["Ørsted", "rsted"],
  ["Яндекс", "company"],
])("an import finds the posting of %s again after the upgrade, and addresses stay", async (name, slug) => {
  const { company, posting } = await older(name, slug);
  await db.transaction(renewIdentities);
  expect(await again(name)).toMatchObject(isFound);
  expect(await again(name.toUpperCase())).toMatchObject(isFound);
  expect(await again(name, "8")).toMatchObject({ outcome: "new" });
  expect(await sql`select slug from companies`).toEqual([{ slug: company.slug }]);
  expect(await sql`select slug from postings where external_id = '7'`).toEqual([{ slug: posting.slug }]);
});

it("another company whose name had the same slug is another one from then on", async () => {
  await older("Яндекс", "company");
  await db.transaction(renewIdentities);
  expect(await again("株式会社メルカリ")).toMatchObject({ outcome: "new" });
  expect(await sql`select count(*)::int as n from companies`).toEqual([{ n: 2 }]);
});

it("postings of a company with members by now, and of other sources, keep what they have", async () => {
  const { company } = await older("Harbor & Vale", "harbor-and-vale");
  await addMember(company.id, await createUser(), "owner");
  const seeded = await createCompany({ name: "Fernbank Labs", nameKey: null });
  await createPosting({
    companyId: seeded.id,
    origin: { source: "fernbank.example", externalId: "1", externalUrl: "https://fernbank.example/1" },
  });
  await db.transaction(renewIdentities);
  expect(await sql`select source from postings order by source`).toEqual([
    { source: "fernbank.example" },
    { source: "json:harbor-and-vale" },
  ]);
  expect(await again("Harbor & Vale")).toMatchObject({ outcome: "refused" });
});

it("of two unclaimed companies of one name the older is found, and a second run changes nothing", async () => {
  const { company } = await older("Quillmark", "quillmark");
  await older("QUILLMARK", "quillmark", { id: "8", companySlug: "quillmark-unclaimed" });
  await sql`update companies set created_at = created_at - interval '1 day' where id = ${company.id}`;
  await db.transaction(renewIdentities);
  const before = await sql`select xmin::text, slug, name_key, from_import from companies order by slug`;
  expect(before).toMatchObject([
    { slug: "quillmark", name_key: "quillmark", from_import: true },
    { slug: "quillmark-unclaimed", name_key: "quillmark", from_import: false },
  ]);
  await db.transaction(renewIdentities);
  expect(await sql`select xmin::text, slug, name_key, from_import from companies order by slug`).toEqual(
    before,
  );
});
