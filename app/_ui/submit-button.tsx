"use client";

import type { ReactNode, Ref } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, type ButtonSize, buttonClass } from "./button";

/**
 * Sends the form around it. While that runs it says `waiting` and takes no second press; it stays focusable, so that
 * the reader keeps their place. `name` and `value` tell which of several buttons was pressed. `isFocused` gives it the focus when it appears.
 */
export function SubmitButton({
  children,
  waiting = "Sending…",
  look = "primary",
  size,
  className,
  name,
  value,
  isFocused,
  isOneOfMany = false,
  pressed,
  title,
  ref,
}: {
  children: ReactNode;
  waiting?: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  className?: string;
  name?: string;
  value?: string;
  isFocused?: boolean;
  /** For a form whose buttons do not concern each other: while one is sent, the others can be pressed. */
  isOneOfMany?: boolean;
  /** For a button that turns something on and off: whether it is on. Its name stays the same. */
  pressed?: boolean;
  title?: string;
  ref?: Ref<HTMLButtonElement>;
}) {
  const { pending: isSending, data } = useFormStatus();
  const pending = isSending && (!isOneOfMany || (name !== undefined && data.get(name) === value));
  return (
    <button
      ref={ref}
      type="submit"
      name={name}
      value={value}
      // biome-ignore lint/a11y/noAutofocus: for a button that takes the place of the one just pressed
      autoFocus={isFocused}
      title={title}
      aria-pressed={pressed}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className={buttonClass(look, size, className)}
    >
      {pending ? waiting : children}
    </button>
  );
}
