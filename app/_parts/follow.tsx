import { deleteSearchAction, saveSearchAction } from "@/app/_parts/search/actions";
import { ButtonLink, type ButtonSize } from "@/app/_ui/button";
import type { Actor } from "@/lib/auth/input";
import { findSavedSearch } from "@/lib/saved/queries/searches";
import { following } from "@/lib/saved/rules";
import { ButtonForm } from "./button-form";

/** Follows a company, or no longer: a saved search for its postings. A visitor signs in first. `back` is the page's own address. */
export async function Follow({
  actor,
  company,
  back,
  size = "md",
}: {
  actor: Actor | null;
  company: { slug: string; name: string };
  back: string;
  size?: ButtonSize;
}) {
  const criteria = following(company.slug);
  if (!actor)
    return (
      <ButtonLink href={`/saved/new?${criteria}`} size={size} rel="nofollow">
        Follow {company.name}
      </ButtonLink>
    );
  const saved = await findSavedSearch(actor, criteria);
  return saved ? (
    <ButtonForm action={deleteSearchAction} values={{ id: saved.id, back }} size={size} waiting="Stopping…">
      Stop following {company.name}
    </ButtonForm>
  ) : (
    <ButtonForm action={saveSearchAction} values={{ criteria, back }} size={size} waiting="Following…">
      Follow {company.name}
    </ButtonForm>
  );
}
