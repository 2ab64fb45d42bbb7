"use client";

import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { type FormState, typed } from "@/lib/forms/state";

type Action = (state: FormState, data: FormData) => Promise<FormState>;

/** Asks for a code to an address at the domain of a company. */
export function SendCodeForm({
  action,
  companyId,
  domain,
}: {
  action: Action;
  companyId: string;
  domain: string;
}) {
  const form = useForm(action, { name: "send-code" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="companyId" value={companyId} />
      <TextField
        name="mailbox"
        label={`An address at ${domain}`}
        autoComplete="off"
        autoCapitalize="none"
        suffix={`@${domain}`}
        errors={state.fieldErrors?.mailbox}
        defaultValue={typed(state, "mailbox")}
      />
      <div>
        <SubmitButton look="secondary" waiting="Sending…">
          Send a code
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Takes the code that was sent. `submit` says what it is for. */
export function CodeForm({
  action,
  companyId,
  hint,
  submit,
}: {
  action: Action;
  companyId: string;
  hint: string;
  submit: string;
}) {
  const form = useForm(action, { name: "code" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-xl gap-4">
      <input type="hidden" name="companyId" value={companyId} />
      <TextField
        name="code"
        label="Code"
        hint={hint}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        mono
        errors={state.fieldErrors?.code}
      />
      <div>
        <SubmitButton waiting="Checking…">{submit}</SubmitButton>
      </div>
    </Form>
  );
}
