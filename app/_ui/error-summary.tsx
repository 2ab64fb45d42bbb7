"use client";

import { useEffect, useRef } from "react";

/**
 * What went wrong with a form, at its top: focused when the answer arrives, each line leading to its field. Without
 * JavaScript it is simply the first thing in the form. Takes the state of the action as it is.
 */
export function ErrorSummary({
  state,
  at,
}: {
  state: { message?: string; fieldErrors?: Record<string, string[] | undefined> };
  /** What the ids of the fields end in, on a page that has them twice. */
  at?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.fieldErrors) box.current?.focus();
  }, [state.fieldErrors]);

  const errors = Object.entries(state.fieldErrors ?? {}).filter(([, messages]) => messages?.length);
  if (errors.length === 0) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="border-l-4 border-bad bg-bad-soft px-4 py-3">
      <p className="font-semibold">{state.message ?? "Some answers need another look"}</p>
      <ul className="mt-1">
        {errors.map(([field, messages]) => (
          <li key={field}>
            <a
              href={`#${at ? `${field}-${at}` : field}`}
              className="inline-block py-0.5 text-bad underline underline-offset-4"
            >
              {messages?.join(" ")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
