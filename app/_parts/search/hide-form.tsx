"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { hidePostingAction, showPostingAction } from "@/app/_parts/search/actions";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";

/** The posting whose button was pressed last: its row is drawn anew, and the focus goes to the button that is there then. */
let pressed: string | null = null;

/**
 * The button on a card that hides its posting, or in its place the one that shows it again. `back` is the page's own address. `isFocused` gives
 * it the focus without JavaScript too.
 */
export function HideForm({
  postingId,
  isHidden,
  back,
  isFocused = false,
  className,
  children,
}: {
  postingId: string;
  isHidden: boolean;
  back: string;
  isFocused?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(isHidden ? showPostingAction : hidePostingAction, untouched);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (pressed !== postingId) return;
    pressed = null;
    const button = form.current?.querySelector("button");
    button?.focus();
    // A button that has the focus already does not come into view by getting it again, after the new address has scrolled the page.
    button?.scrollIntoView({ block: "nearest" });
  }, [postingId]);
  return (
    <form
      ref={form}
      action={send}
      onSubmit={() => {
        pressed = postingId;
      }}
    >
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="postingId" value={postingId} />
      <input type="hidden" name="back" value={back} />
      <SubmitButton
        look="quiet"
        size="sm"
        waiting={isHidden ? "Showing…" : "Hiding…"}
        className={className}
        isFocused={isFocused}
      >
        <span>{children}</span>
      </SubmitButton>
    </form>
  );
}
