"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { declineInvitationAction } from "./actions";

/** The candidate's no to an invitation. */
export function DeclineForm({ id, title }: { id: string; title: string }) {
  const [state, action] = useActionState(declineInvitationAction, untouched);
  return (
    <form action={action} className="grid gap-2">
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="secondary" size="sm" waiting="Sending…">
        <span>
          Decline<span className="sr-only"> ({title})</span>
        </span>
      </SubmitButton>
    </form>
  );
}
