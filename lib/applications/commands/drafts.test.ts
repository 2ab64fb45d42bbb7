import { expect, it } from "vitest";
import { createCompany, createPosting, createProfile, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { formRecord } from "@/lib/forms/changes";
import type { Question } from "@/lib/postings/lists";
import { questionsKey } from "@/lib/postings/questions-key";
import { draftForm, newDraft } from "../form";
import { Apply } from "../input";
import { findDraft, listDrafts } from "../queries/drafts";
import { findPreview } from "../queries/preview";
import { submitApplication } from "./apply";
import { deleteDraft, forgetDrafts, saveDraft } from "./drafts";

const { sql } = await testDatabase();

async function openPosting(given: Parameters<typeof createPosting>[0] | object = {}) {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const posting = await createPosting({ companyId, ...given });
  return { owner, postingId: posting.id };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function ask(postingId: string, questions: Question[]) {
  await sql`delete from posting_questions where posting_id = ${postingId}`;
  for (const [position, { kind, text, options, required }] of questions.entries())
    await sql`
      insert into posting_questions (posting_id, position, kind, text, options, required)
      values (${postingId}, ${position}, ${kind}, ${text}, ${options}, ${required})`;
}

const why: Question = { kind: "text", text: "Why this role?", options: [], required: true };
const which: Question = { kind: "multiple", text: "Which?", options: ["Go", "Rust"], required: false };

it("is kept as it was typed, unfinished as it is, for its writer alone, until it is sent", async () => {
  const { postingId } = await openPosting();
  const [candidate, other] = [await createUser(), await createUser()];
  const { version } = formRecord(draftForm(newDraft(candidate), []));
  const typed = (coverNote: string) => Apply.parse({ postingId, coverNote });
  const first = await saveDraft(candidate, typed("I kept a"), version);
  await saveDraft(candidate, typed("I kept a ledger."), first.version);
  expect(await findDraft(candidate, postingId)).toEqual({
    name: "",
    coverNote: "I kept a ledger.",
    answers: [],
  });
  expect(await listDrafts(candidate)).toMatchObject([{ postingId, live: true }]);
  expect(await findDraft(other, postingId)).toBeNull();
  expect(await listDrafts(other)).toEqual([]);
  await submitApplication(candidate, Apply.parse({ postingId, name: "Kim", coverNote: "I kept a ledger." }));
  expect(await sql`select 1 from application_drafts`).toEqual([]);
  await expect(saveDraft(candidate, typed("More"))).rejects.toMatchObject({ code: "conflict" });
});

it("keeps what led to it when it is continued and sent from the list", async () => {
  const { postingId } = await openPosting();
  const candidate = await createUser();
  const typed = (arrival?: string) => Apply.parse({ postingId, name: "Kim", coverNote: "Hello", arrival });
  await saveDraft(candidate, typed("alert"));
  await saveDraft(candidate, typed("direct"));
  await submitApplication(candidate, typed());
  expect(await sql`select arrival from applications where posting_id = ${postingId}`).toEqual([
    { arrival: "alert" },
  ]);
});

it("R38 sent again because the answer was lost gives the first answer, and anything else is refused", async () => {
  const { postingId } = await openPosting();
  await ask(postingId, [why]);
  const candidate = await createUser();
  const typed = (text: string) =>
    Apply.parse({
      postingId,
      name: "Kim",
      coverNote: "Hello",
      answers: [{ text }],
      questions: questionsKey([why]),
    });
  const first = await submitApplication(candidate, typed("It pays."));
  expect(await submitApplication(candidate, typed("It pays."))).toEqual(first);
  await expect(submitApplication(candidate, typed("No reason."))).rejects.toMatchObject({ code: "conflict" });
  expect(await sql`select 1 from events where application_id = ${first.id}`).toHaveLength(1);
  await sql`update applications set state = 'withdrawn' where id = ${first.id}`;
  await expect(submitApplication(candidate, typed("It pays."))).rejects.toMatchObject({ code: "conflict" });
});

it("of another window does not replace what was saved since", async () => {
  const { postingId } = await openPosting();
  const candidate = await createUser();
  const { version } = formRecord(draftForm(newDraft(candidate), []));
  await saveDraft(candidate, Apply.parse({ postingId, coverNote: "Mine" }), version);
  await expect(
    saveDraft(candidate, Apply.parse({ postingId, coverNote: "Older" }), version),
  ).rejects.toMatchObject({ code: "conflict", saved: { coverNote: "Mine" } });
  expect(await findDraft(candidate, postingId)).toMatchObject({ coverNote: "Mine" });
});

it("keeps each answer with its question, wherever the company puts that", async () => {
  const { postingId } = await openPosting();
  const candidate = await createUser();
  await ask(postingId, [why, which]);
  await saveDraft(
    candidate,
    Apply.parse({
      postingId,
      answers: [{ text: "The ledger." }, { chosen: ["Go", "Rust"] }],
      questions: questionsKey([why, which]),
    }),
  );
  await ask(postingId, [which, { ...why, text: "Why us?" }, why]);
  const draft = await findDraft(candidate, postingId);
  expect(draft && draftForm(draft, [which, { ...why, text: "Why us?" }, why])).toMatchObject({
    "answers[0].chosen": ["Go", "Rust"],
    "answers[1].text": "",
    "answers[2].text": "The ledger.",
  });
  await expect(
    saveDraft(candidate, Apply.parse({ postingId, answers: [], questions: questionsKey([why, which]) })),
  ).rejects.toMatchObject({ code: "conflict" });
});

it("is deleted by its writer, and when its posting is over for good; not while a closing can be undone", async () => {
  const candidate = await createUser();
  const over = await Promise.all(
    [
      { state: "expired" },
      { state: "removed", remove_reason: "scam" },
      { state: "closed", close_reason: "filled", closed_at: minutesAgo(11) },
      { state: "closed", close_reason: "filled", closed_at: minutesAgo(9) },
      { state: undefined },
    ].map(async (then) => {
      const { postingId } = await openPosting();
      await saveDraft(candidate, Apply.parse({ postingId }));
      if (then.state) await sql`update postings set ${sql(then)} where id = ${postingId}`;
      return postingId;
    }),
  );
  const [justClosed, live] = over.slice(3) as [string, string];
  await forgetDrafts();
  const left = async () => (await listDrafts(candidate)).map(({ postingId }) => postingId).sort();
  expect(await left()).toEqual([justClosed, live].sort());
  await deleteDraft(candidate, { postingId: live });
  await deleteDraft(candidate, { postingId: live });
  expect(await left()).toEqual([justClosed]);
  expect(
    await sql`select 1 from events where actor_id = ${candidate.userId} and type = 'application.draft_deleted'`,
  ).toHaveLength(1);
});

it("is saved for a posting that takes applications of its writer, and no other", async () => {
  const { owner, postingId } = await openPosting();
  await expect(saveDraft(owner, Apply.parse({ postingId }))).rejects.toMatchObject({ code: "conflict" });
  const { postingId: paused } = await openPosting({ pausedAt: new Date() });
  await expect(saveDraft(await createUser(), Apply.parse({ postingId: paused }))).rejects.toMatchObject({
    code: "gone",
  });
});

it("is previewed without the name where the first review is blind, and only when it can be sent", async () => {
  const { postingId } = await openPosting({ blindReview: true });
  const candidate = await createUser({ name: "Kim Candidate" });
  await createProfile(candidate, { headline: "Kim Candidate, ledgers" });
  expect(await findPreview(candidate, postingId)).toBeNull();
  await ask(postingId, [why]);
  const save = (text: string) =>
    saveDraft(
      candidate,
      Apply.parse({
        postingId,
        name: "Kim Candidate",
        coverNote: `Write to ${candidate.email}.`,
        answers: [{ text }],
        questions: questionsKey([why]),
      }),
    );
  await save("");
  expect(await findPreview(candidate, postingId)).toBeNull();
  await save("Kim Candidate likes it.");
  const preview = await findPreview(candidate, postingId);
  expect(preview).toMatchObject({ name: null, application: { email: null } });
  expect(JSON.stringify(preview?.application)).not.toMatch(/Kim Candidate|@/);
  await sql`update postings set blind_review = false where id = ${postingId}`;
  expect(await findPreview(candidate, postingId)).toMatchObject({
    name: "Kim Candidate",
    application: { email: candidate.email, answers: [{ answer: ["Kim Candidate likes it."] }] },
  });
});
