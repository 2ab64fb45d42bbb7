"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed, untouched } from "@/lib/forms/state";
import { askCandidate } from "../actions";

export function InviteForm({ postingId, candidateId }: { postingId: string; candidateId: string }) {
  const [state, action] = useActionState(askCandidate, untouched);
  return (
    <Section title="Invite them to apply">
      <form action={action} className="grid gap-5" noValidate>
        <ErrorSummary state={state} />
        {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
        <input type="hidden" name="postingId" value={postingId} />
        <input type="hidden" name="candidateId" value={candidateId} />
        <TextArea
          name="message"
          label="Your words"
          hint="Why them, and why this role. They get it by e-mail, once."
          rows={6}
          errors={state.fieldErrors?.message}
          defaultValue={typed(state, "message")}
        />
        <SubmitButton waiting="Inviting…">Invite</SubmitButton>
      </form>
    </Section>
  );
}
