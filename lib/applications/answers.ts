import { DomainError, type FieldFault } from "@/lib/errors";
import type { Question } from "@/lib/postings/lists";
import type { Apply } from "./input";

/** A question exactly as it was asked, with what was answered: nothing where it was left open. */
export type Answered = Omit<Question, "text"> & { question: string; answer: string[] };

export const yesNo = ["Yes", "No"];

/** The options that a question is answered from; none where the answer is typed. */
export const optionsOf = ({ kind, options }: Pick<Question, "kind" | "options">): readonly string[] =>
  kind === "yes-no" ? yesNo : options;

/** Where the form of a question has its answer. */
export const answerField = ({ kind }: Pick<Question, "kind">, at: number) =>
  `answers[${at}].${kind === "text" || kind === "number" ? "text" : "chosen"}`;

/**
 * The answers of an application that is ready to be sent. Throws `invalid` at its missing name, and at each answer that is missing and
 * required, or is none of the kind that was asked.
 */
export function readComplete(
  questions: readonly Question[],
  { name, answers = [] }: Pick<Apply, "name" | "answers">,
): Answered[] {
  const faults: FieldFault[] = name === "" ? [{ path: "name", message: "Enter your name." }] : [];
  const answered = questions.map(({ text: question, ...asked }, i) => {
    const { text = "", chosen = [] } = answers[i] ?? {};
    const isTyped = asked.kind === "text" || asked.kind === "number";
    const answer = isTyped ? [text].filter(Boolean) : chosen;
    const refuse = (message: string) => faults.push({ path: answerField(asked, i), message });
    const offered = optionsOf(asked);
    if (asked.required && answer.length === 0) refuse("Answer this question.");
    else if (asked.kind === "number" && answer.some((one) => !/^-?\d{1,15}([.,]\d{1,6})?$/.test(one)))
      refuse("Enter a number, such as 5 or 2.5.");
    else if (!isTyped && answer.some((one) => !offered.includes(one))) refuse("Choose one of the options.");
    else if (asked.kind !== "multiple" && answer.length > 1) refuse("Choose one option only.");
    return { ...asked, question, answer };
  });
  if (faults.length > 0)
    throw new DomainError("invalid", faults.map(({ message }) => message).join(" "), faults);
  return answered;
}
