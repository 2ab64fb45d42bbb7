import type { Actor } from "@/lib/auth/input";
import type { FormValues } from "@/lib/forms/state";
import type { Question } from "@/lib/postings/lists";
import { answerField } from "./answers";
import type { DraftAnswer, LineRating } from "./lists";
import type { SheetLine } from "./words";

/** What was typed of an application that is not sent yet. */
export type Draft = { name: string; coverNote: string; answers: readonly DraftAnswer[] };

/** What the form of an application begins with. */
export const newDraft = ({ name }: Pick<Actor, "name">): Draft => ({
  name: name ?? "",
  coverNote: "",
  answers: [],
});

/** A draft as its form shows it. An answer stays with its question, wherever that stands now. */
export const draftForm = (
  { name, coverNote, answers }: Draft,
  questions: readonly Question[],
): FormValues => ({
  name,
  coverNote,
  ...Object.fromEntries(
    questions.map((question, i) => {
      const { text = "", chosen = [] } = answers.find((one) => one.question === question.text) ?? {};
      const field = answerField(question, i);
      return [field, field.endsWith("text") ? text : chosen];
    }),
  ),
});

/** The tags of an applicant as their form shows them. */
export const tagsForm = (tags: readonly string[]): FormValues => ({ tags: tags.join(", ") });

/** A member's own ratings of the lines of a sheet, as their form shows them. */
export const ratingsForm = (
  lines: readonly SheetLine[],
  own: readonly (SheetLine & { rating: LineRating; reason: string })[],
): FormValues =>
  Object.fromEntries(
    lines.flatMap(({ kind, slug }, at) => {
      const given = own.find((one) => one.kind === kind && one.slug === slug);
      return [
        [`ratings[${at}]`, given?.rating ?? ""],
        [`reasons[${at}]`, given?.reason ?? ""],
      ];
    }),
  );

/** A template as its form shows it. */
export const templateForm = (template?: { name: string; text: string }): FormValues => ({
  name: template?.name ?? "",
  text: template?.text ?? "",
});
