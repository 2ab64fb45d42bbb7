import { expect, it } from "vitest";
import type { Question } from "@/lib/postings/lists";
import { readComplete } from "./answers";

const ask = (over: Partial<Question>): Question => ({
  kind: "text",
  text: "Why?",
  options: [],
  required: false,
  ...over,
});
const options = ["Go", "Rust", "Java"];

it.each([
  [ask({}), {}, []],
  [ask({ required: true }), { text: "Because." }, ["Because."]],
  [ask({ kind: "number" }), { text: "2.5" }, ["2.5"]],
  [ask({ kind: "yes-no" }), { chosen: ["No"] }, ["No"]],
  [ask({ kind: "single", options }), { chosen: ["Rust"] }, ["Rust"]],
  [ask({ kind: "multiple", options }), { chosen: ["Go", "Java"] }, ["Go", "Java"]],
])("reads the answer to %o", (question, sent, answer) => {
  expect(readComplete([question], { name: "Kim", answers: [{ chosen: [], ...sent }] })).toEqual([
    {
      kind: question.kind,
      question: "Why?",
      options: question.options,
      required: question.required,
      answer,
    },
  ]);
});

it.each([
  [ask({ required: true }), {}, "text", "Answer this question."],
  [ask({ kind: "multiple", options, required: true }), {}, "chosen", "Answer this question."],
  [ask({ kind: "number" }), { text: "many" }, "text", "Enter a number, such as 5 or 2.5."],
  [ask({ kind: "yes-no" }), { chosen: ["Maybe"] }, "chosen", "Choose one of the options."],
  [ask({ kind: "single", options }), { chosen: ["PHP"] }, "chosen", "Choose one of the options."],
  [ask({ kind: "single", options }), { chosen: ["Go", "Rust"] }, "chosen", "Choose one option only."],
])("refuses at its field what is no answer to %o", (question, sent, part, message) => {
  const read = () =>
    readComplete([ask({}), question], { name: "Kim", answers: [{ chosen: [] }, { chosen: [], ...sent }] });
  expect(read).toThrow(expect.objectContaining({ fields: [{ path: `answers[1].${part}`, message }] }));
});

it("names everything that is missing at once", () => {
  expect(() => readComplete([ask({ required: true })], { name: "" })).toThrow(
    expect.objectContaining({
      fields: [
        { path: "name", message: "Enter your name." },
        { path: "answers[0].text", message: "Answer this question." },
      ],
    }),
  );
});
