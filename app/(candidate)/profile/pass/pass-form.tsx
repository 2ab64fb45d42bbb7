"use client";

import { useActionState, useLayoutEffect, useRef } from "react";
import { AnswerButtons } from "@/app/_parts/match-sheet/answer-buttons";
import type { Question } from "@/app/_parts/match-sheet/question";
import { untouched } from "@/lib/forms/state";
import { answerQuestionInPassAction } from "./actions";

/** One question with its answers as buttons, each with a key of its own where there is a script. */
export function PassForm({ question, back }: { question: Question; back: string }) {
  const [state, action, isSending] = useActionState(answerQuestionInPassAction, untouched);
  const form = useRef<HTMLFormElement>(null);
  // With the page, not some time after it: a key that is pressed as soon as the question is shown counts.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isSending || isTyping(event.target)) return;
      if (form.current && press(form.current, question.kind, event.key)) event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isSending, question.kind]);
  return (
    <form ref={form} action={action} aria-label="Question" noValidate>
      <div aria-live="polite">
        <p className="text-lg font-semibold">{question.words}</p>
        <p className="text-ink-2">{question.hint}</p>
      </div>
      <input type="hidden" name="about" value={question.about} />
      <input type="hidden" name="back" value={back} />
      <AnswerButtons key={question.about} kind={question.kind} state={state} />
    </form>
  );
}

/** Answers by one key: that of a button; a digit is so many years of a skill, and the first of the years of experience. */
function press(form: HTMLFormElement, kind: Question["kind"], key: string): boolean {
  const button = form.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(key.toLowerCase())}"]`);
  const years = form.querySelector<HTMLInputElement>('input[name="years"]');
  if (button) button.click();
  else if (years && /^\d$/.test(key)) {
    years.value = key;
    if (kind === "experience") years.focus();
    else form.querySelector<HTMLButtonElement>('button[value="years"]')?.click();
  } else return false;
  return true;
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(?:input|textarea|select)$/i.test(target.tagName);
