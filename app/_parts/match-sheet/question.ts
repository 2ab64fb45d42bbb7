import type { ProfileFacts } from "@/lib/matching/rules/facts";
import { askForDegree, type Requirement } from "@/lib/matching/rules/lines";
import { type ExplainedSheet, questionOf } from "@/lib/matching/rules/sheet";
import { type About, aboutText } from "@/lib/profiles/input/answer";
import { askedWords, type TagLabels } from "./asked-words";
import { rangeWords } from "./range-words";

/** A question as its form asks it. `about` names what the answer is about; `hint` says what is asked, and the score with a yes. */
export type Question = { about: string; kind: About["kind"]; words: string; hint: string };

/**
 * The unknown whose answer would narrow the range most, without those that were skipped; null where nothing is left to ask. Where years of
 * experience could make up for a degree, the question is about the years.
 */
export function nextQuestion(
  { lines }: Pick<ExplainedSheet, "lines">,
  labels: TagLabels,
  profile: Pick<ProfileFacts, "degree">,
  skipped: readonly string[],
): Question | null {
  const line = questionOf(lines, ({ asks }) => skipped.includes(aboutText(aboutOf(asks, profile))));
  if (!line) return null;
  return asQuestion(line, labels, profile);
}

/** The must-haves that the profile says nothing about, as questions, each once. */
export function mustQuestions(
  { lines }: Pick<ExplainedSheet, "lines">,
  labels: TagLabels,
  profile: Pick<ProfileFacts, "degree">,
): Question[] {
  const open = lines.filter(({ must, state }) => must && state === "unknown");
  const questions = open.map((line) => asQuestion(line, labels, profile));
  return [...new Map(questions.map((question) => [question.about, question])).values()];
}

function asQuestion(
  line: ExplainedSheet["lines"][number],
  labels: TagLabels,
  profile: Pick<ProfileFacts, "degree">,
): Question {
  const about = aboutOf(line.asks, profile);
  const { label, detail } = askedWords(line, labels);
  const hint = [
    `${line.must ? "Must-have" : "Nice to have"}${detail ? `, ${detail}` : ""}.`,
    line.ifHad && `If you meet it, the match is ${rangeWords(line.ifHad)}.`,
  ];
  return {
    about: aboutText(about),
    kind: about.kind,
    words: questionWords(about.kind, label),
    hint: hint.filter(Boolean).join(" "),
  };
}

/** The question about a tag or a fact. */
export function questionWords(kind: About["kind"], label: string): string {
  switch (kind) {
    case "skill":
      return `Do you have ${label}?`;
    case "responsibility":
      return `Have you been responsible for this: ${label}?`;
    case "years":
      return `How many years have you used ${label}?`;
    case "experience":
      return "How many years have you worked as a developer?";
    case "degree":
      return "What is your highest degree?";
  }
}

function aboutOf(asks: Requirement, { degree }: Pick<ProfileFacts, "degree">): About {
  switch (asks.kind) {
    case "skill":
    case "responsibility":
      return { kind: asks.kind, slug: asks.slug };
    case "experience":
      return { kind: "experience" };
    case "degree":
      return { kind: askForDegree(degree) };
  }
}
