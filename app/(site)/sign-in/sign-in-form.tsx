"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { TextField } from "@/app/_ui/text-field";
import { typed, untouched } from "@/lib/forms/state";
import {
  redeemCodeAction,
  requestCodeAction,
  signInForDemoAction,
  signInWithProviderAction,
} from "./actions";

export function SignInForm({ next }: { next: string }) {
  const [state, action] = useActionState(requestCodeAction, untouched);
  return (
    <form action={action} className="grid max-w-sm gap-5" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="next" value={next} />
      <TextField
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="email"
        hint="We will e-mail you a code of eight characters. You do not need a password."
        errors={state.fieldErrors?.email}
        defaultValue={typed(state, "email")}
      />
      <SubmitButton>Send me a code</SubmitButton>
    </form>
  );
}

export function CodeForm({ next, code }: { next: string; code: string }) {
  const [state, action] = useActionState(redeemCodeAction, untouched);
  return (
    <form action={action} className="grid max-w-sm gap-5" noValidate>
      <ErrorSummary state={state} />
      {state.message && !state.fieldErrors && <Notice tone="danger" live title={state.message} />}
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
    </form>
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
  const [state, action] = useActionState(signInWithProviderAction, untouched);
  return (
    <form action={action} className="grid max-w-sm gap-3">
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="next" value={next} />
      {providers.map(({ id, name }) => (
        <SubmitButton key={id} look="secondary" name="provider" value={id} waiting={`Going to ${name}…`}>
          Sign in with {name}
        </SubmitButton>
      ))}
    </form>
  );
}

const people = [
  { email: "candidate@example.com", label: "As a candidate" },
  { email: "employer@example.com", label: "As an employer" },
  { email: "admin@example.com", label: "As an admin" },
];

export function DemoForm({ next }: { next: string }) {
  const [state, action] = useActionState(signInForDemoAction, untouched);
  return (
    <form action={action} className="grid max-w-sm gap-3">
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="next" value={next} />
      {people.map(({ email, label }) => (
        <SubmitButton key={email} look="secondary" name="email" value={email} waiting="Signing in…">
          {label} <span className="font-normal text-ink-3">{email}</span>
        </SubmitButton>
      ))}
    </form>
  );
}
