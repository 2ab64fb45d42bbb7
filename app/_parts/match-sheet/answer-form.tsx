"use client";

import { useActionState } from "react";
import { answerQuestionAction } from "@/app/_parts/match-sheet/actions";
import { untouched } from "@/lib/forms/state";
import { AnswerButtons } from "./answer-buttons";
import type { Question } from "./question";

/** The question that narrows most, answered on the sheet itself; `back` is the address of the page that it stands on. */
export function AnswerForm({ question, back }: { question: Question; back: string }) {
  const [state, action] = useActionState(answerQuestionAction, untouched);
  return (
    <form
      key={question.about}
      action={action}
      aria-label="The question that narrows your range most"
      className="border-l-4 border-accent bg-raised px-4 py-3"
      noValidate
    >
      <p className="text-sm text-ink-3">The question that narrows your range most</p>
      <p className="text-md font-semibold">{question.words}</p>
      <p className="text-sm text-ink-2">{question.hint}</p>
      <input type="hidden" name="about" value={question.about} />
      <input type="hidden" name="back" value={back} />
      <AnswerButtons kind={question.kind} state={state} />
    </form>
  );
}
