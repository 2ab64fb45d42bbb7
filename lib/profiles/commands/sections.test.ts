import { expect, it } from "vitest";
import { createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { formRecord } from "@/lib/forms/changes";
import { profileForm, sectionForm } from "../form";
import { fieldsOf, ProfileForm, SectionForm } from "../input/profile";
import { profileSections } from "../lists";
import { findProfile } from "../queries/profile";
import { saveProfile, saveSection } from "./profile";

const { sql } = await testDatabase();

const whole = {
  name: "Kim",
  headline: "Ledgers in Go",
  years: 6,
  wantedMin: "72000",
  wantedCurrency: "EUR",
  workplaces: ["remote"],
  countries: "Germany",
  skills: [{ name: "Go", years: 4 }],
  responsibilities: { debugging: "yes" },
  searchable: true,
};

it.each([
  [{ section: "wants", workplaces: ["hybrid"] }, { workplaces: ["hybrid"] }, ["salary", "countries"]],
  [{ section: "skills", skills: [{ name: "Rust" }] }, { skills: [{ slug: "rust" }] }, []],
  [{ section: "you", headline: "Rust" }, { headline: "Rust" }, ["years"]],
  [{ section: "responsibilities" }, { responsibilities: [] }, []],
  [{ section: "finding" }, { searchable: false }, []],
])("%j is saved by itself, and all other sections stay as they are", async (given, changed, emptied) => {
  const actor = await createUser();
  await saveProfile(actor, ProfileForm.parse(whole));
  const before = await findProfile(actor);
  await saveSection(actor, SectionForm.parse(given));
  const after = await findProfile(actor);
  expect(after).toMatchObject(changed);
  const touched = [...Object.keys(changed), ...emptied, ...(given.section === "skills" ? ["no"] : [])];
  for (const name of emptied) expect(after).not.toHaveProperty(name);
  const rest = (profile: object | null) =>
    Object.fromEntries(Object.entries(profile ?? {}).filter(([name]) => !touched.includes(name)));
  expect(rest(after)).toEqual(rest(before));
  const [user] = await sql`select name from users where id = ${actor.userId}`;
  expect(user?.name).toBe(given.section === "you" ? null : "Kim");
});

it("a section is the first that a profile says, and two of them saved at once are both there", async () => {
  const actor = await createUser();
  await Promise.all([
    saveSection(actor, SectionForm.parse({ section: "skills", skills: [{ name: "Go" }] })),
    saveSection(actor, SectionForm.parse({ section: "wants", workplaces: ["remote"] })),
  ]);
  expect(await findProfile(actor)).toMatchObject({ skills: [{ slug: "go" }], workplaces: ["remote"] });
});

it("a section is not saved over a change of the same section, and is over one of another", async () => {
  const actor = await createUser({ name: "Kim" });
  const { version } = formRecord(sectionForm("skills", "Kim", null));
  await saveSection(actor, SectionForm.parse({ section: "wants", workplaces: ["remote"] }));
  const go = SectionForm.parse({ section: "skills", skills: [{ name: "Go" }] });
  await saveSection(actor, go, version);
  await expect(saveSection(actor, go, version)).rejects.toMatchObject({ code: "conflict" });
});

it("a section refuses fields of another, and pay without its currency", () => {
  expect(SectionForm.safeParse({ section: "you", searchable: true }).success).toBe(false);
  expect(SectionForm.safeParse({ section: "wants", wantedMin: "90k" }).error?.issues).toMatchObject([
    { path: ["wantedCurrency"] },
  ]);
});

it("each field of the profile is in one section", () => {
  const names = Object.keys(profileForm(null, null)).map((field) => field.replace(/[[.].*$/, ""));
  expect([...new Set(names)].sort()).toEqual(profileSections.flatMap(fieldsOf).sort());
});
