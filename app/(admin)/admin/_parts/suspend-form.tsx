"use client";

import { Form, useForm } from "@/app/_parts/form";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import { suspendCompanyAction, suspendUserAction } from "../actions";

const actions = { company: suspendCompanyAction, account: suspendUserAction };

/** Suspends a company or an account, for a reason that those read whom it concerns. */
export function SuspendForm({
  values,
  what,
  hint,
}: {
  values: Record<string, string>;
  what: keyof typeof actions;
  hint: string;
}) {
  const form = useForm(actions[what], { name: "suspend" });
  const { state } = form;
  return (
    <Section title={`Suspend this ${what}`}>
      <Form form={form} className="grid gap-4">
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          name="reason"
          label="Reason"
          hint={hint}
          rows={4}
          errors={state.fieldErrors?.reason}
          defaultValue={typed(state, "reason")}
        />
        <div>
          <SubmitButton look="danger" waiting="Suspending…">
            {`Suspend the ${what}`}
          </SubmitButton>
        </div>
      </Form>
    </Section>
  );
}
