"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { longestAppeal } from "@/lib/moderation/lists";
import { appealDecisionAction } from "./actions";

export function AppealForm({ id }: { id: string }) {
  const form = useForm(appealDecisionAction, { name: "appeal" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-4">
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="words"
        label="Why the decision is wrong"
        hint={`At most ${longestAppeal.toLocaleString("en")} characters. You can appeal once, so say all that matters.`}
        rows={8}
        errors={state.fieldErrors?.words}
        defaultValue={typed(state, "words")}
      />
      <div>
        <SubmitButton>Send appeal</SubmitButton>
      </div>
    </Form>
  );
}
