"use client";

import { ButtonForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { FoldSection } from "@/app/_ui/fold-section";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextArea } from "@/app/_ui/text-field";
import { typed } from "@/lib/forms/state";
import {
  approveChangeAction,
  claimChangeAction,
  sendChangeBackAction,
  takeChangeDownAction,
} from "../actions";

type Values = { companyId: string; slug: string };

/** What an admin can decide about a change of a company's name, words or logo; `claim` says who looks at it. */
export function ChangeDecision({ values, claim }: { values: Values; claim?: string }) {
  return (
    <Section title="This company has changed">
      <p className="mb-4 text-ink-2">The change is public already. {claim ?? "Nobody is reviewing it."}</p>
      <div className="mb-6 flex flex-wrap gap-3">
        <ButtonForm action={approveChangeAction} values={values} look="primary" size="md" waiting="Saving…">
          Approve the change
        </ButtonForm>
        <ButtonForm action={claimChangeAction} values={values} size="md" waiting="Saving…">
          Review it now
        </ButtonForm>
      </div>
      <DecisionForm
        values={values}
        action={sendChangeBackAction}
        name="send-change-back"
        title="Send it back"
        hint="What the company shall change. Its owners read this. The change stays public meanwhile."
        button="Send it back with this reason"
      />
      <DecisionForm
        values={values}
        action={takeChangeDownAction}
        name="take-change-down"
        title="Take it down"
        hint="All that the company says of itself, and its logo, are removed. Its owners read this reason. A name can only be removed by suspending the company."
        button="Take words and logo down"
      />
    </Section>
  );
}

function DecisionForm({
  values,
  action,
  name,
  title,
  hint,
  button,
}: {
  values: Values;
  action: typeof sendChangeBackAction;
  name: string;
  title: string;
  hint: string;
  button: string;
}) {
  const form = useForm(action, { name });
  const { state } = form;
  return (
    <FoldSection title={title} isOpen={state.message !== undefined}>
      <Form form={form} className="grid gap-4">
        {Object.entries(values).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
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
          <SubmitButton look="danger" waiting="Saving…">
            {button}
          </SubmitButton>
        </div>
      </Form>
    </FoldSection>
  );
}
