"use client";

import { useActionState, useEffect, useRef } from "react";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { seeApplicationAction } from "./actions";

/** Marks the news of an application as read: a script does so by itself, as opening a page by GET changes nothing; without one it is a button. */
export function SeeForm({ id }: { id: string }) {
  const [, send] = useActionState(seeApplicationAction, untouched);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.requestSubmit(), []);
  return (
    <form ref={form} action={send}>
      <input type="hidden" name="id" value={id} />
      <noscript>
        <SubmitButton look="secondary" size="sm">
          Mark as read
        </SubmitButton>
      </noscript>
    </form>
  );
}
