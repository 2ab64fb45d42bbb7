"use client";

import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { writeToCompanyAction } from "@/app/(candidate)/applications/actions";
import { writeToCandidateAction } from "@/app/(employer)/employer/actions";
import { typed } from "@/lib/forms/state";
import { Form, useForm } from "./form";

const actions = { candidate: writeToCompanyAction, company: writeToCandidateAction };

/** A message to the other side of an application. */
export function MessageForm({
  id,
  reader,
  other,
}: {
  id: string;
  reader: keyof typeof actions;
  other: string;
}) {
  const form = useForm(actions[reader], { name: "message" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-4">
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="text"
        label={`Write to ${other}`}
        hint="We tell them by e-mail. They do not see your e-mail address."
        rows={4}
        errors={state.fieldErrors?.text}
        defaultValue={typed(state, "text")}
      />
      <div>
        <SubmitButton look="secondary">Send message</SubmitButton>
      </div>
    </Form>
  );
}
