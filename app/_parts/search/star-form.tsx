"use client";

import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { ActionForm } from "@/app/_parts/button-form";
import { Mark } from "@/app/_ui/mark";
import { SubmitButton } from "@/app/_ui/submit-button";

/** The form of the star. On a card it is the star alone, with the title of the posting for those who do not see it. */
export function StarForm({
  action,
  values,
  isSaved,
  cardTitle,
}: Pick<ComponentProps<typeof ActionForm>, "action" | "values"> & { isSaved: boolean; cardTitle?: string }) {
  const isOnCard = cardTitle !== undefined;
  const face = (
    <>
      <Mark name={isSaved ? "starred" : "star"} className={isOnCard ? "text-lg" : undefined} />
      {isOnCard ? <span className="sr-only">Save {cardTitle}</span> : "Save this posting"}
    </>
  );
  return (
    <ActionForm action={action} values={values}>
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
