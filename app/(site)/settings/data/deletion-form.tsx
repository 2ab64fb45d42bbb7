"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { askForDeletionAction } from "./actions";

export function DeletionForm({ email }: { email: string }) {
  const form = useForm(askForDeletionAction, { name: "deletion" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-6">
      <TextField
        name="email"
        type="email"
        label="E-mail address of your account"
        hint={`To confirm, type “${email}”.`}
        autoComplete="off"
        errors={state.fieldErrors?.email}
        defaultValue={typed(state, "email")}
      />
      <div>
        <SubmitButton look="danger" waiting="Saving…">
          Delete my account
        </SubmitButton>
      </div>
    </Form>
  );
}
