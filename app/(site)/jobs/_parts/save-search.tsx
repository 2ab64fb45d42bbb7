import { ButtonForm } from "@/app/_parts/button-form";
import { saveSearchAction } from "@/app/_parts/search/actions";
import { ButtonLink } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { mailWords } from "@/app/(candidate)/saved/frequency-words";
import type { Actor } from "@/lib/auth/input";
import { findSavedSearch } from "@/lib/saved/queries/searches";

/**
 * One press saves the current search. A visitor signs in first and then returns to it. `kept` is what would be saved of it, `back`
 * the page's own address.
 */
export async function SaveSearch({ actor, kept, back }: { actor: Actor | null; kept: string; back: string }) {
  if (kept === "") return null;
  const saved = actor && (await findSavedSearch(actor, kept));
  if (saved)
    return (
      <p role="status" className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
        <span>
          <Mark name="check" className="text-accent" /> Saved. {mailWords(saved.frequency)}.
        </span>
        <a href={`/saved#${saved.id}`} className="link inline-flex min-h-9 items-center">
          Change
        </a>
      </p>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      {actor ? (
        <ButtonForm action={saveSearchAction} values={{ criteria: kept, back }} waiting="Saving…">
          Save this search
        </ButtonForm>
      ) : (
        <ButtonLink href={`/saved/new?${kept}`} size="sm" rel="nofollow">
          Save this search
        </ButtonLink>
      )}
      <span className="text-sm text-ink-3 max-sm:hidden">and get new postings by e-mail</span>
    </div>
  );
}
