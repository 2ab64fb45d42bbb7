"use client";

import { type ReactNode, useActionState } from "react";
import type { ButtonLook, ButtonSize } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormState, untouched } from "@/lib/forms/state";

type Sending = {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  /** What it sends besides the button that is pressed. */
  values?: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A form without fields, whose buttons are its children. A refusal is shown above them. */
export function ActionForm({ action, values = {}, className, children }: Sending) {
  const [state, send] = useActionState(action, untouched);
  return (
    <form action={send} className={className}>
      {state.message && <Notice tone="danger" live title={state.message} />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** The same with one button, whose text is its children. */
export function ButtonForm({
  look = "secondary",
  size = "sm",
  buttonClassName,
  waiting,
  children,
  ...form
}: Sending & {
  look?: ButtonLook;
  size?: ButtonSize;
  buttonClassName?: string;
  waiting?: string;
}) {
  return (
    <ActionForm {...form}>
      <SubmitButton look={look} size={size} waiting={waiting} className={buttonClassName}>
        <span>{children}</span>
      </SubmitButton>
    </ActionForm>
  );
}
