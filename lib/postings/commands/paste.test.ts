import { expect, it } from "vitest";
import { createCompany, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { applyLines } from "../contact";
import { AcceptTags } from "../input";
import { findOwnPosting } from "../queries/own";
import { acceptTags, pasteAdvert } from "./paste";

const { sql } = await testDatabase();

const text = `Kotlin Developer | Hybrid, Lyon, France | Full-time | €65k–€80k

You would build our APIs in Kotlin, on Kafka and PostgreSQL.
Our office has a dog.

Send your CV to jobs@loomwork.example.`;

async function paste() {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id } = await pasteAdvert(owner, { companyId, text });
  return { owner, id, find: () => findOwnPosting(owner, id) };
}

it("keeps the lines of a pasted text as they were broken", async () => {
  const { find } = await paste();
  expect((await find())?.description).toContain("PostgreSQL.  \nOur office has a dog.\n\nSend");
});

it("writes each tag at the level that was chosen, and cuts the chosen lines", async () => {
  const { owner, id, find } = await paste();
  const [line] = applyLines((await find())?.description ?? "");
  await acceptTags(
    owner,
    AcceptTags.parse({
      id,
      accept: ["workplace:hybrid", "salary:pay"],
      skills: { kotlin: "must", kafka: "nice", postgresql: "no" },
      cut: [String(line?.start), "0"],
    }),
  );
  const posting = await find();
  expect(posting).toMatchObject({
    workplace: "hybrid",
    employment: null,
    pay: { min: 65_000, max: 80_000, currency: "EUR" },
    places: [],
  });
  expect(posting?.skills.map(({ slug, must }) => [slug, must])).toEqual([
    ["kotlin", true],
    ["kafka", false],
  ]);
  // What is no such line is never cut.
  expect(posting?.description).toMatch(/^Kotlin Developer/);
  expect(posting?.description).not.toContain("jobs@loomwork");
});

it("writes the facts of the reality card that were accepted, beside those that it has", async () => {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id } = await pasteAdvert(owner, {
    companyId,
    text: "Kotlin Developer | Lyon, France\n\nYou join a team of six. We deploy 3 times a day. There is no on-call duty.",
  });
  const accept = (...keys: string[]) =>
    acceptTags(owner, AcceptTags.parse({ id, accept: keys.map((key) => `reality:${key}`) }));
  await accept("teamSize");
  const reality = async () => (await findOwnPosting(owner, id))?.reality;
  expect(await reality()).toMatchObject({ teamSize: 6, deploysPerWeek: null, onCallWeeks: null });
  await accept("onCallWeeks onCallPaid", "deploysPerWeek");
  expect(await reality()).toMatchObject({
    teamSize: 6,
    deploysPerWeek: 15,
    onCallWeeks: 0,
    onCallPaid: null,
  });
});

it("overwrites nothing that the draft states already", async () => {
  const { owner, id, find } = await paste();
  const accept = AcceptTags.parse({
    id,
    accept: ["salary:pay", "workplace:hybrid"],
    skills: { kotlin: "must" },
  });
  await acceptTags(owner, accept);
  await sql`update postings set workplace = 'onsite', salary_min_minor = 6600000, yearly_usd_min = yearly_usd_min + 1 where id = ${id}`;
  await sql`update posting_skills set must = false, min_years = 3 where posting_id = ${id}`;
  await acceptTags(owner, accept);
  expect(await find()).toMatchObject({
    workplace: "onsite",
    pay: { min: 66_000 },
    skills: [{ slug: "kotlin", must: false, minYears: 3 }],
  });
});
