"use client";

import { clsx } from "clsx";
import { ActionForm } from "@/app/_parts/button-form";
import { removeSavedAction, saveForLaterAction } from "@/app/_parts/search/actions";
import { buttonClass } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { SubmitButton } from "@/app/_ui/submit-button";

/**
 * Saves a posting for the reader, or takes it from what they saved. On a card it is the star alone; on the posting's own page it says so in
 * words.
 */
export function Star({
  posting: { id, title },
  isSaved,
  back,
  isOnCard = true,
}: {
  posting: { id: string; title: string };
  isSaved: boolean;
  /** The page's own address. */
  back: string;
  isOnCard?: boolean;
}) {
  const face = (
    <>
      <Mark name={isSaved ? "starred" : "star"} className={isOnCard ? "text-lg" : undefined} />
      {isOnCard ? <span className="sr-only">Save {title}</span> : "Save this posting"}
    </>
  );
  return (
    <ActionForm action={isSaved ? removeSavedAction : saveForLaterAction} values={{ postingId: id, back }}>
      <SubmitButton
        look="secondary"
        size="sm"
        pressed={isSaved}
        title={isOnCard ? (isSaved ? "Saved" : "Save") : undefined}
        waiting={face}
        className={clsx(
          isOnCard && "-my-1.5 -mr-2 w-9 shrink-0 border-transparent px-0",
          isSaved ? "text-accent" : isOnCard && "text-ink-3",
        )}
      >
        {face}
      </SubmitButton>
    </ActionForm>
  );
}

/** A visitor signs in first, and comes back to the posting's page, `back`. */
export function StarOfVisitor({ back }: { back: string }) {
  return (
    <a
      href={`/sign-in?next=${encodeURIComponent(back)}`}
      rel="nofollow"
      className={buttonClass("secondary", "sm")}
    >
      <Mark name="star" />
      Save this posting
    </a>
  );
}
