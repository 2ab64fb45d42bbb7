"use client";

import { Form, useForm } from "@/app/_parts/form";
import { ButtonLink } from "@/app/_ui/button";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { withdrawApplicationAction } from "./actions";

/** The second step of a withdrawal, with a reason that may stay empty. */
export function WithdrawForm({ id }: { id: string }) {
  const form = useForm(withdrawApplicationAction, { name: "withdraw" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-measure gap-5">
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="reason"
        label="Reason"
        optional
        hint="The company will read it."
        rows={4}
        errors={state.fieldErrors?.reason}
        defaultValue={typed(state, "reason")}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton look="danger" waiting="Withdrawing…">
          Withdraw application
        </SubmitButton>
        <ButtonLink href={`/applications/${id}`}>Do not withdraw</ButtonLink>
      </div>
    </Form>
  );
}
