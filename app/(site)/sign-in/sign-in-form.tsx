"use client";

import { ActionForm } from "@/app/_parts/button-form";
import { Form, useForm } from "@/app/_parts/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { Trap } from "@/app/_ui/trap";
import { typed } from "@/lib/forms/state";
import {
  redeemCodeAction,
  requestCodeAction,
  signInForDemoAction,
  signInWithProviderAction,
} from "./actions";

export function SignInForm({ next }: { next: string }) {
  const form = useForm(requestCodeAction, { name: "e-mail" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-sm gap-5">
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="email webauthn"
        hint="We will e-mail you a code of eight characters. You do not need a password."
        errors={state.fieldErrors?.email}
        defaultValue={typed(state, "email")}
      />
      <Trap />
      <SubmitButton>Send me a code</SubmitButton>
    </Form>
  );
}

export function CodeForm({ next, code }: { next: string; code: string }) {
  const form = useForm(redeemCodeAction, { name: "code" });
  const { state } = form;
  return (
    <Form form={form} className="grid max-w-sm gap-5">
      <input type="hidden" name="next" value={next} />
      <TextField
        name="code"
        label="Code"
        hint="Capitals, spaces and dashes do not matter."
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        mono
        errors={state.fieldErrors?.code}
        defaultValue={code}
      />
      <SubmitButton>Sign in</SubmitButton>
    </Form>
  );
}

/** A button for each service that is configured. */
export function ProviderForm({
  next,
  providers,
}: {
  next: string;
  providers: { id: string; name: string }[];
}) {
  return (
    <ActionForm action={signInWithProviderAction} values={{ next }} className="grid max-w-sm gap-3">
      {providers.map(({ id, name }) => (
        <SubmitButton key={id} look="secondary" name="provider" value={id} waiting={`Going to ${name}…`}>
          Sign in with {name}
        </SubmitButton>
      ))}
    </ActionForm>
  );
}

const people = [
  { email: "candidate@example.com", label: "As a candidate" },
  { email: "employer@example.com", label: "As an employer" },
  { email: "admin@example.com", label: "As an admin" },
];

export function DemoForm({ next }: { next: string }) {
  return (
    <ActionForm action={signInForDemoAction} values={{ next }} className="grid max-w-sm gap-3">
      {people.map(({ email, label }) => (
        <SubmitButton key={email} look="secondary" name="email" value={email} waiting="Signing in…">
          {label} <span className="font-normal text-ink-3">{email}</span>
        </SubmitButton>
      ))}
    </ActionForm>
  );
}
