"use client";

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
import { markPostingAction } from "@/app/_parts/search/actions";
import { Mark } from "@/app/_ui/mark";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { type FormState, untouched } from "@/lib/forms/state";
import type { MarkDeed } from "@/lib/saved/input";

const Answer = createContext<FormState>(untouched);

/** The posting that was hidden or shown last: its row is drawn anew, and the focus goes to the button that is there then. */
let moved: string | null = null;

const concerns = ({ message, values }: FormState, postingId: string) =>
  message !== undefined && Object.values(values ?? {}).includes(postingId);

/**
 * One form for all cards of a list, since a page of twenty cards with two forms each takes much longer to draw. Its buttons say what to do with
 * which posting of `ids`. `back` is the page's own address; `undo` asks it for the way back in the place of a posting that was hidden.
 */
export function CardForm({
  ids,
  back,
  undo,
  children,
}: {
  ids: readonly string[];
  back: string;
  undo: boolean;
  children: ReactNode;
}) {
  const [answer, send] = useActionState(markPostingAction, untouched);
  return (
    <form
      action={send}
      onSubmit={({ nativeEvent }) => {
        const { submitter } = nativeEvent as SubmitEvent;
        if (submitter instanceof HTMLButtonElement)
          moved = /^(?:hide|show)$/.test(submitter.name) ? submitter.value : null;
      }}
    >
      <input type="hidden" name="back" value={back} />
      {undo && <input type="hidden" name="undo" value="1" />}
      {answer.message && !ids.some((id) => concerns(answer, id)) && (
        // Its posting is not in the list any more.
        <Notice tone="danger" live title={answer.message} />
      )}
      <Answer value={answer}>{children}</Answer>
    </form>
  );
}

/** On a card: why what was asked for its posting was refused, if it was. */
export function CardRefusal({ postingId }: { postingId: string }) {
  const answer = useContext(Answer);
  if (!concerns(answer, postingId)) return null;
  return <Notice tone="danger" live title={answer.message} />;
}

type Posting = { id: string; title: string };

/** On a card: saves its posting, or takes it from what is saved. */
export function StarButton({ posting: { id, title }, isSaved }: { posting: Posting; isSaved: boolean }) {
  const face = (
    <>
      <Mark name={isSaved ? "starred" : "star"} className="text-lg" />
      <span className="sr-only">Save {title}</span>
    </>
  );
  return (
    <SubmitButton
      name={isSaved ? "remove" : "save"}
      value={id}
      look="secondary"
      size="sm"
      isOneOfMany
      pressed={isSaved}
      title={isSaved ? "Saved" : "Save"}
      waiting={face}
      className={`-my-1.5 -mr-2 w-9 shrink-0 border-transparent px-0 ${isSaved ? "text-accent" : "text-ink-3"}`}
    >
      {face}
    </SubmitButton>
  );
}

/** On a card: hides its posting. */
export function HideButton({ posting: { id, title } }: { posting: Posting }) {
  return (
    <MovingButton deed="hide" postingId={id} className="-ml-3 text-ink-3" waiting="Hiding…">
      Hide<span className="sr-only"> {title}</span>
    </MovingButton>
  );
}

/** In the place of a posting that the reader hid, with the way back. `isNew`: it was hidden just now. */
export function HiddenRow({ posting: { id, title }, isNew = false }: { posting: Posting; isNew?: boolean }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-rule py-1 text-sm text-ink-3">
      <p role={isNew ? "status" : undefined} className="min-w-0">
        Hidden: {title}
      </p>
      <MovingButton deed="show" postingId={id} isFocused={isNew} waiting="Showing…">
        {isNew ? "Undo" : "Show again"}
        <span className="sr-only"> {isNew ? `hiding ${title}` : title}</span>
      </MovingButton>
      <CardRefusal postingId={id} />
    </li>
  );
}

/** A button that puts another row in the place of its own. `isFocused` gives it the focus without JavaScript too. */
function MovingButton({
  deed,
  postingId,
  waiting,
  isFocused,
  className,
  children,
}: {
  deed: MarkDeed;
  postingId: string;
  waiting: string;
  isFocused?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (moved !== postingId) return;
    moved = null;
    place.current?.focus();
    // A button that has the focus already does not come into view by getting it again, after the new address has scrolled the page.
    place.current?.scrollIntoView({ block: "nearest" });
  }, [postingId]);
  return (
    <SubmitButton
      ref={place}
      name={deed}
      value={postingId}
      look="quiet"
      size="sm"
      isOneOfMany
      waiting={waiting}
      className={className}
      isFocused={isFocused}
    >
      <span>{children}</span>
    </SubmitButton>
  );
}
