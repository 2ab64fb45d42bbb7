"use client";

import { useActionState } from "react";
import { answerQuestionAction } from "@/app/_parts/match-sheet/actions";
import { AnswerButtons } from "@/app/_parts/match-sheet/answer-buttons";
import type { Question } from "@/app/_parts/match-sheet/question";
import { Section } from "@/app/_ui/section";
import { untouched } from "@/lib/forms/state";
import { counted } from "@/lib/plural";

/** What one answer takes, in seconds. */
const secondsEach = 7;

/**
 * The must-haves that the profile says nothing about, each answered in place. `back` is the page's own address. `isKept` says that an answer
 * was just saved.
 */
export function MustQuestions({
  questions,
  back,
  isKept,
}: {
  questions: readonly Question[];
  back: string;
  isKept: boolean;
}) {
  if (questions.length === 0 && !isKept) return null;
  return (
    <Section
      id="match"
      title="Must-haves that your profile does not mention"
      note={
        questions.length > 0 &&
        `${questions.length} left, about ${counted(questions.length * secondsEach, "second")}`
      }
    >
      {isKept && (
        <p role="status" className="mb-3 text-sm text-ink-2">
          Your answer is saved in your profile.{" "}
          {questions.length === 0 && "Your profile answers every must-have of this posting."}
        </p>
      )}
      {questions.length > 0 && (
        <>
          <p className="mb-3 max-w-measure text-sm text-ink-2">
            The company sees these as unknown until you answer. Answers go into your profile. You can also
            leave them open.
          </p>
          <noscript>
            <p className="mb-3 text-sm text-warn">
              Save your draft before you answer, if you have begun one.
            </p>
          </noscript>
          <ul className="border-b border-rule">
            {questions.map((question) => (
              <li key={question.about} className="border-t border-rule py-3">
                <MustForm question={question} back={back} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function MustForm({ question: { about, kind, words, hint }, back }: { question: Question; back: string }) {
  const [state, action] = useActionState(answerQuestionAction, untouched);
  return (
    <form action={action} aria-label={words} noValidate>
      <p className="font-medium">{words}</p>
      <p className="text-sm text-ink-2">{hint}</p>
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="back" value={back} />
      <AnswerButtons kind={kind} state={state} id={`years-${about}`} canSkip={false} />
    </form>
  );
}
