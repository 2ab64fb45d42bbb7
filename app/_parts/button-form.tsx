"use client";

import { type ReactNode, useActionState } from "react";
import type { ButtonLook, ButtonSize } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormState, untouched } from "@/lib/forms/state";

/** A form with one button, which sends `values`. An error is shown above it. */
export function ButtonForm({
  action,
  values,
  look = "secondary",
  size = "sm",
  className,
  buttonClassName,
  waiting,
  children,
}: {
  action: (state: FormState, data: FormData) => Promise<FormState>;
  values: Record<string, string>;
  look?: ButtonLook;
  size?: ButtonSize;
  className?: string;
  buttonClassName?: string;
  waiting?: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, untouched);
  return (
    <form action={send} className={className}>
      {state.message && <Notice tone="danger" live title={state.message} />}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={look} size={size} waiting={waiting} className={buttonClassName}>
        <span>{children}</span>
      </SubmitButton>
    </form>
  );
}
