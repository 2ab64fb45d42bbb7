import { expect, it } from "vitest";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { formRecord } from "@/lib/forms/changes";
import { copyPosting } from "@/lib/postings/commands/copy";
import { editPosting } from "@/lib/postings/commands/edit";
import { postingForm } from "@/lib/postings/form";
import { PostingForm } from "@/lib/postings/input";
import type { Question } from "@/lib/postings/lists";
import { findOwnPosting, listQuestions } from "@/lib/postings/queries/own";
import { questionsKey } from "@/lib/postings/questions-key";
import { submitApplication } from "./commands/apply";
import { Apply } from "./input";
import { findApplicant, findOwnApplication } from "./queries/applications";

const { sql } = await testDatabase();

const asked: Question[] = [
  { kind: "text", text: "Why this role?", options: [], required: true },
  { kind: "multiple", text: "Which do you know?", options: ["Go", "Rust", "Java"], required: false },
];

async function ask(given: Question[] = asked) {
  const owner = await createUser();
  const { id: companyId } = await createCompany({ owner });
  const { id } = await createPosting({ companyId });
  await edit(owner, id, given);
  return { owner, companyId, id };
}

/** Edits the questions of a live posting as its form does. */
async function edit(owner: { userId: string }, id: string, questions: Question[]) {
  const actor = owner as Parameters<typeof editPosting>[0];
  const posting = await findOwnPosting(actor, id);
  const { version } = formRecord(postingForm(posting));
  const form = PostingForm.parse({
    title: posting?.title,
    description: posting?.description,
    workplace: posting?.workplace ?? undefined,
    employment: posting?.employment ?? undefined,
    salaryMin: "60000",
    salaryMax: "80000",
    salaryCurrency: "EUR",
    equalExperience: true,
    places: posting?.places,
    questions: questions.map(({ options, ...question }) => ({ ...question, options: options.join("\n") })),
  });
  await editPosting(actor, { ...form, id }, version);
}

const apply = (postingId: string, answers: Apply["answers"], questions: Question[] = asked) =>
  Apply.parse({ postingId, name: "Kim", answers, questions: questionsKey(questions) });

it("asks the questions of a live posting at once, in order, and copies them with it", async () => {
  const { owner, id } = await ask();
  expect(await listQuestions(id)).toEqual(asked);
  await edit(owner, id, [...asked].reverse());
  expect(await listQuestions(id)).toEqual([...asked].reverse());
  const copy = await copyPosting(owner, { id });
  expect(await listQuestions(copy.id)).toEqual([...asked].reverse());
});

it("keeps the answers with the questions as they were asked, for both sides, whatever is asked later", async () => {
  const { owner, id } = await ask();
  const candidate = await createUser();
  const sent = await submitApplication(
    candidate,
    apply(id, [{ text: "The ledger.", chosen: [] }, { chosen: ["Go", "Java"] }]),
  );
  await edit(owner, id, [{ kind: "number", text: "How many?", options: [], required: true }]);
  const kept = [
    { kind: "text", question: "Why this role?", options: [], required: true, answer: ["The ledger."] },
    {
      kind: "multiple",
      question: "Which do you know?",
      options: ["Go", "Rust", "Java"],
      required: false,
      answer: ["Go", "Java"],
    },
  ];
  expect((await findOwnApplication(candidate, sent.id))?.answers).toEqual(kept);
  expect((await findApplicant(owner, sent.id))?.answers).toEqual(kept);
  expect(await findApplicant(await createUser(), sent.id)).toBeNull();
});

it("refuses an application at each required question that is open, and one to questions that were changed", async () => {
  const { owner, id } = await ask();
  const candidate = await createUser();
  await expect(submitApplication(candidate, apply(id, [{ chosen: [] }]))).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "answers[0].text", message: "Answer this question." }],
  });
  await edit(owner, id, []);
  await expect(
    submitApplication(candidate, apply(id, [{ text: "The ledger.", chosen: [] }])),
  ).rejects.toMatchObject({ code: "conflict" });
  await submitApplication(candidate, apply(id, [], []));
});

it("erases the answers with the account of their writer", async () => {
  const { id } = await ask();
  const candidate = await createUser();
  const sent = await submitApplication(candidate, apply(id, [{ text: "The ledger.", chosen: [] }]));
  const count = async () =>
    (await sql`select 1 from application_answers where application_id = ${sent.id}`).length;
  expect(await count()).toBe(2);
  await sql`delete from users where id = ${candidate.userId}`;
  expect(await count()).toBe(0);
});

it("hides in answers who it is while the review is without names", async () => {
  const { id } = await ask();
  await sql`update postings set blind_review = true where id = ${id}`;
  const candidate = await createUser({ name: "Kim Exampleton" });
  const sent = await submitApplication(candidate, {
    ...apply(id, [{ text: "Ask Kim Exampleton.", chosen: [] }]),
    name: "Kim Exampleton",
  });
  const [owner] = await sql<{ userId: string }[]>`
    select m.user_id as "userId" from members m join postings p on p.company_id = m.company_id where p.id = ${id}`;
  const shown = await findApplicant(owner as Parameters<typeof findApplicant>[0], sent.id);
  expect(JSON.stringify(shown?.answers)).not.toContain("Exampleton");
});

it("reads the questions of a form by their places, and tells what is wrong at its line", () => {
  const read = PostingForm.parse({
    questions: [
      { text: "Second", place: 2 },
      { text: "" },
      { text: "First", kind: "single", options: "A\n B \nA\n", required: true, place: 1 },
    ],
  });
  expect(read.questions).toEqual([
    { kind: "single", text: "First", options: ["A", "B"], required: true },
    { kind: "text", text: "Second", options: [], required: false },
  ]);
  const wrong = PostingForm.safeParse({ questions: [{ text: "Which?", kind: "single", options: "A" }] });
  expect(wrong.error?.issues).toMatchObject([{ path: ["questions", 0, "options"] }]);
  const many = PostingForm.safeParse({
    questions: Array.from({ length: 11 }, (_, i) => ({ text: `${i}?` })),
  });
  expect(many.error?.issues).toMatchObject([{ path: ["questions", 10, "text"] }]);
});
