import { ButtonForm } from "@/app/_parts/button-form";
import { Follow } from "@/app/_parts/follow";
import { markPostingAction } from "@/app/_parts/search/actions";
import { Star, StarOfVisitor } from "@/app/_parts/search/star";
import { currentActor } from "@/lib/auth/session";
import type { PublicPosting } from "@/lib/postings/shape";
import { listHiddenAmong } from "@/lib/profiles/queries/hidden";
import { listSavedAmong } from "@/lib/saved/queries/postings";

/** What a reader can do with a posting besides applying: save it, hide it from their matches and mails, and follow its company. */
export async function ReaderTools({ posting, back }: { posting: PublicPosting; back: string }) {
  const actor = await currentActor();
  const [hidden, saved] = actor
    ? await Promise.all([listHiddenAmong(actor, [posting.id]), listSavedAmong(actor, [posting.id])])
    : [new Set(), new Set()];
  const isHidden = hidden.has(posting.id);
  const isSaved = saved.has(posting.id);
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2">
      {actor ? <Star postingId={posting.id} isSaved={isSaved} back={back} /> : <StarOfVisitor back={back} />}
      <Follow actor={actor} company={posting.company} back={back} size="sm" />
      {actor && (
        <ButtonForm
          action={markPostingAction}
          values={{ [isHidden ? "show" : "hide"]: posting.id, back }}
          waiting={isHidden ? "Showing…" : "Hiding…"}
        >
          {isHidden ? "Show this posting again" : "Hide this posting"}
        </ButtonForm>
      )}
      {isSaved && (
        <p role="status" className="w-full text-sm text-ink-3">
          You saved this posting. See{" "}
          <a href="/saved" className="link">
            all that you saved
          </a>
          .
        </p>
      )}
      {isHidden && (
        <p role="status" className="w-full text-sm text-ink-3">
          You hid this posting. It does not appear in your matches or e-mails.
        </p>
      )}
    </div>
  );
}
