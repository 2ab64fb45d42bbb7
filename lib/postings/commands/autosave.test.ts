import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { formRecord } from "@/lib/forms/changes";
import { listRisksOfTyped } from "@/lib/moderation/queries/postings";
import { postingForm } from "../form";
import { PostingForm } from "../input";
import { findOwnPosting } from "../queries/own";
import { listOwnPostings } from "../queries/own-list";
import { findTypedPreview } from "../queries/typed";
import { saveBands } from "./near-duplicates";
import { savePosting } from "./save-draft";

await testDatabase();

const empty = formRecord(postingForm(null)).version;

async function office(): Promise<{ owner: Actor; companyId: string }> {
  const owner = await createUser();
  return { owner, companyId: (await createCompany({ owner })).id };
}

it("saves a new posting once, however often its form is sent, and gives the version that is saved", async () => {
  const { owner, companyId } = await office();
  const newId = randomUUID();
  const form = (title: string) => PostingForm.parse({ newId, title, intent: "autosave" });
  const first = await savePosting(owner, companyId, form("Developer"), empty);
  expect(first.id).toBe(newId);
  expect(first.version).toBe(formRecord(postingForm(await findOwnPosting(owner, newId))).version);
  await savePosting(owner, companyId, form("Developer, Ledger"), first.version);
  expect((await listOwnPostings(owner)).postings).toMatchObject([{ id: newId, title: "Developer, Ledger" }]);
});

it("tells an empty form that came back what was saved from it meanwhile", async () => {
  const { owner, companyId } = await office();
  const newId = randomUUID();
  await savePosting(owner, companyId, PostingForm.parse({ newId, title: "Developer" }), empty);
  await expect(
    savePosting(owner, companyId, PostingForm.parse({ newId, description: "Other words." }), empty),
  ).rejects.toMatchObject({ code: "conflict" });
});

it("takes no id of another company's posting", async () => {
  const [{ owner, companyId }, other] = [await office(), await office()];
  const { id } = await createPosting({ companyId: other.companyId, state: "draft" });
  await expect(
    savePosting(owner, companyId, PostingForm.parse({ newId: id, title: "Mine now" })),
  ).rejects.toMatchObject({ code: "not_found" });
});

it("draws a posting from what is typed, for its company alone", async () => {
  const [{ owner, companyId }, stranger] = [await office(), await createUser()];
  const form = PostingForm.parse({
    title: "Developer",
    skills: [{ name: "k8s", must: "nice" }, { name: "golang", minYears: 3 }, { name: "Unheard of" }],
    experienceMin: 5,
    places: [{ city: "Berlin", country: "Germany" }],
  });
  expect(await findTypedPreview(owner, companyId, form)).toMatchObject({
    title: "Developer",
    skills: [
      { slug: "go", must: true, minYears: 3 },
      { slug: "kubernetes", must: false },
    ],
    experience: { min: 5, band: "mid" },
    places: [{ city: "Berlin", country: "DE" }],
    salary: null,
  });
  expect(await findTypedPreview(stranger, companyId, form)).toBeNull();
});

it("tells the reviewer's reasons before a posting is submitted, to its company alone", async () => {
  const [{ owner, companyId }, stranger] = [await office(), await createUser()];
  const description = `${Array.from({ length: 40 }, (_, i) => `word${i} of our ledger`).join(" ")}.`;
  const { id } = await createPosting({ companyId, title: "Ledger Developer", description });
  const typed = {
    id: null,
    companyId,
    title: "Ledger Developer",
    description: `${description} Write to jobs@ledger.example.`,
    workplace: "remote",
    hiringCountries: [],
    questions: ["Are you married?"],
    pay: { min: 85, max: 105, currency: "EUR", period: "year" as const },
  };
  await saveBands(db(), [{ id, title: "Ledger Developer", description }]);
  const told = await listRisksOfTyped(owner, typed);
  const about = Object.fromEntries(told.map(({ message, about }) => [message, about]));
  expect(about).toMatchObject({
    "The company is not verified.": "company",
    "The posting names no country where the company can hire.": "hiringCountries",
    "The posting asks candidates to make contact outside this site.": "description",
  });
  expect(told.map((risk) => risk.about)).toEqual(expect.arrayContaining(["salaryMin", "questions[0].text"]));
  const risks = told.map(({ message }) => message).join("\n");
  expect(risks).toContain("The company is not verified.");
  expect(risks).toContain("make contact outside this site");
  expect(risks).toContain("no country where the company can hire");
  expect(risks).toContain("The pay is unusual");
  expect(risks).toContain("A question asks about marriage or partnership: “Are you married?”.");
  expect(risks).toContain("near-duplicate of “Ledger Developer”");
  expect(await listRisksOfTyped(stranger, typed)).toEqual([]);
});
