import type { ReactNode } from "react";
import { ActionForm } from "@/app/_parts/button-form";
import { removeSavedAction, saveForLaterAction } from "@/app/_parts/search/actions";
import { buttonClass } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { SubmitButton } from "@/app/_ui/submit-button";

type Starred = {
  posting: { id: string; title: string };
  /** Undefined for a visitor, who signs in first and comes back. */
  isSaved: boolean | undefined;
  /** The page's own address. */
  back: string;
};

const onCard = "-my-1.5 -mr-2 w-9 shrink-0 border-transparent px-0 text-md";

/** On a card: saves the posting, or takes it from what is saved. */
export function Star({ posting, isSaved, back }: Starred) {
  const name = <span className="sr-only">Save {posting.title}</span>;
  if (isSaved === undefined)
    return (
      <a
        href={signInHref(`${back}#${posting.id}`)}
        rel="nofollow"
        title="Save"
        className={buttonClass("secondary", "sm", `${onCard} text-ink-3`)}
      >
        <Mark name="star" />
        {name}
      </a>
    );
  return (
    <SaveForm posting={posting} isSaved={isSaved} back={back} title className={onCard}>
      {name}
    </SaveForm>
  );
}

/** The same on the posting's own page, in words. */
export function SavePosting({ posting, isSaved, back }: Starred) {
  if (isSaved === undefined)
    return (
      <a href={signInHref(back)} rel="nofollow" className={buttonClass("secondary", "sm")}>
        <Mark name="star" />
        Save this posting
      </a>
    );
  return (
    <SaveForm posting={posting} isSaved={isSaved} back={back}>
      Save this posting
    </SaveForm>
  );
}

function SaveForm({
  posting,
  isSaved,
  back,
  title,
  className,
  children,
}: Omit<Starred, "isSaved"> & {
  isSaved: boolean;
  title?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const face = (
    <>
      <Mark name={isSaved ? "starred" : "star"} />
      {children}
    </>
  );
  return (
    <ActionForm
      action={isSaved ? removeSavedAction : saveForLaterAction}
      values={{ postingId: posting.id, back }}
    >
      <SubmitButton
        look="secondary"
        size="sm"
        pressed={isSaved}
        title={title ? (isSaved ? "Saved" : "Save") : undefined}
        waiting={face}
        className={`${className ?? ""} ${isSaved ? "text-accent" : "text-ink-3"}`}
      >
        {face}
      </SubmitButton>
    </ActionForm>
  );
}

const signInHref = (back: string) => `/sign-in?next=${encodeURIComponent(back)}`;
