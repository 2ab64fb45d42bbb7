"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea, TextField } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { closeCompanyAction } from "./actions";

/** `message` is what is proposed to tell those who wait. */
export function CloseForm({
  companyId,
  name,
  message,
}: {
  companyId: string;
  name: string;
  message: string;
}) {
  const form = useForm(closeCompanyAction, { name: "close" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-6">
      <input type="hidden" name="companyId" value={companyId} />
      <TextArea
        name="message"
        label="Message to everyone who waits for an answer"
        hint="It is sent as your answer, ten minutes after you close the company."
        rows={6}
        errors={state.fieldErrors?.message}
        defaultValue={state.values ? typed(state, "message") : message}
      />
      <TextField
        name="name"
        label="Name of the company"
        hint={`To confirm, type “${name}”.`}
        autoComplete="off"
        errors={state.fieldErrors?.name}
        defaultValue={typed(state, "name")}
      />
      <div>
        <SubmitButton look="danger" waiting="Closing…">
          Close the company
        </SubmitButton>
      </div>
    </Form>
  );
}
