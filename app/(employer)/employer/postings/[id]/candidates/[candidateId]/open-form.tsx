"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { openProfileAction } from "../actions";

export function OpenForm({ postingId, candidateId }: { postingId: string; candidateId: string }) {
  const [state, action] = useActionState(openProfileAction, untouched);
  return (
    <form action={action} className="grid justify-items-start gap-4">
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="postingId" value={postingId} />
      <input type="hidden" name="candidateId" value={candidateId} />
      <SubmitButton waiting="Opening…">Open profile</SubmitButton>
    </form>
  );
}
