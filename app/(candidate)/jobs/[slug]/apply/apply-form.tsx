"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { submitApplicationAction } from "@/app/(candidate)/applications/actions";
import { typed } from "@/lib/forms/state";

export function ApplyForm({ postingId, name, email }: { postingId: string; name: string; email: string }) {
  const form = useForm(submitApplicationAction, { name: "application" });
  const { state } = form;
  return (
    <Form form={form} className="grid gap-5">
      <input type="hidden" name="postingId" value={postingId} />
      <TextField
        name="name"
        label="Name"
        autoComplete="name"
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name", name)}
      />
      <p>
        We will e-mail answers to <span className="font-medium">{email}</span>.
      </p>
      <TextArea
        name="coverNote"
        label="Cover note"
        optional
        hint="Which of your work is most relevant to this role?"
        rows={10}
        errors={state.fieldErrors?.coverNote}
        defaultValue={typed(state, "coverNote")}
      />
      <div>
        <SubmitButton>Submit application</SubmitButton>
      </div>
    </Form>
  );
}
