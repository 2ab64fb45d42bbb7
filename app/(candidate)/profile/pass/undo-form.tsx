"use client";

import { useActionState, useLayoutEffect, useRef } from "react";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { undoAnswerAction } from "./actions";

/** Takes the last answer back; by the key u too. */
export function UndoForm({ about, label, back }: { about: string; label: string; back: string }) {
  const [state, action, isSending] = useActionState(undoAnswerAction, untouched);
  const form = useRef<HTMLFormElement>(null);
  // With the page, not some time after it: a key that is pressed as soon as the question is shown counts.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const isPlain =
        !event.metaKey && !event.ctrlKey && !event.altKey && !(event.target instanceof HTMLInputElement);
      if (event.key === "u" && isPlain && !isSending) form.current?.requestSubmit();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isSending]);
  return (
    <form ref={form} action={action} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="back" value={back} />
      <span className="text-sm text-ink-2">Last answered: {label}</span>
      <SubmitButton look="secondary" size="sm" waiting="Undoing…">
        Undo
      </SubmitButton>
      {state.message && (
        <span role="status" className="text-sm text-bad">
          {state.message}
        </span>
      )}
    </form>
  );
}
