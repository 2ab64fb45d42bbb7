"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { discardResumeAction } from "./actions";

export function DiscardForm() {
  const [state, action] = useActionState(discardResumeAction, untouched);
  return (
    <form action={action} className="grid gap-3 border-t border-rule pt-4">
      {state.message && <Notice tone="danger" live title={state.message} />}
      <p className="text-ink-2">To import another file, discard this one first.</p>
      <div>
        <SubmitButton look="secondary" waiting="Discarding…">
          Discard everything
        </SubmitButton>
      </div>
    </form>
  );
}
