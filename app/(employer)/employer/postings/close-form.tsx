"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { closePostingAction } from "../actions";

export function ClosePosting({ id }: { id: string }) {
  const [state, action] = useActionState(closePostingAction, untouched);
  return (
    <Section title="Close the posting">
      <form action={action} className="grid max-w-measure gap-4">
        {state.message && <Notice tone="danger" live title={state.message} />}
        <input type="hidden" name="id" value={id} />
        <p>
          The posting is taken off the board at once and cannot be reopened. You can still answer its
          applicants.
        </p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton look="secondary" name="reason" value="filled" waiting="Closing…">
            Close as filled
          </SubmitButton>
          <SubmitButton look="danger" name="reason" value="withdrawn" waiting="Closing…">
            Close as withdrawn
          </SubmitButton>
        </div>
      </form>
    </Section>
  );
}
