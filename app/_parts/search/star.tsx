import { removeSavedAction, saveForLaterAction } from "@/app/_parts/search/actions";
import { buttonClass } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { StarForm } from "./star-form";

/**
 * Saves a posting for the reader, or takes it from what they saved. On a card it is the star alone; on the posting's own page it says so in
 * words. The action is chosen here, on the server: React's `useActionState` does not notice when a component of the browser goes back to its
 * first action.
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
  return (
    <StarForm
      action={isSaved ? removeSavedAction : saveForLaterAction}
      values={{ postingId: id, back }}
      isSaved={isSaved}
      cardTitle={isOnCard ? title : undefined}
    />
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
