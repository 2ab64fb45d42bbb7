import { ActionForm } from "@/app/_parts/button-form";
import { markPostingAction } from "@/app/_parts/search/actions";
import { buttonClass } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { SubmitButton } from "@/app/_ui/submit-button";

/** On the page of a posting: saves it for the reader, or takes it from what they saved. `back` is the page's own address. */
export function Star({ postingId, isSaved, back }: { postingId: string; isSaved: boolean; back: string }) {
  const face = (
    <>
      <Mark name={isSaved ? "starred" : "star"} />
      Save this posting
    </>
  );
  return (
    <ActionForm action={markPostingAction} values={{ [isSaved ? "remove" : "save"]: postingId, back }}>
      <SubmitButton
        look="secondary"
        size="sm"
        pressed={isSaved}
        waiting={face}
        className={isSaved ? "text-accent" : undefined}
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
