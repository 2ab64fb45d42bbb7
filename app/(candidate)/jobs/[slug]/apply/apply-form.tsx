"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { sendApplication } from "@/app/(candidate)/applications/actions";
import { typed, untouched } from "@/lib/forms/state";

export function ApplyForm({ postingId, name, email }: { postingId: string; name: string; email: string }) {
  const [state, action] = useActionState(sendApplication, untouched);
  return (
    <form action={action} className="grid gap-5" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="postingId" value={postingId} />
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name", name)}
      />
      <p>
        Answers go to <span className="font-medium">{email}</span>.
      </p>
      <TextArea
        name="coverNote"
        label="Cover note"
        optional
        hint="What in your work is closest to this role?"
        rows={10}
        errors={state.fieldErrors?.coverNote}
        defaultValue={typed(state, "coverNote")}
      />
      <div>
        <SubmitButton>Send application</SubmitButton>
      </div>
    </form>
  );
}
