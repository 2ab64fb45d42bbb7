"use server";

import { redirect } from "next/navigation";
import { stayAt } from "@/app/_parts/stay";
import { ownPath } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { hidePosting, showPosting } from "@/lib/profiles/commands/hidden";
import { HidePosting } from "@/lib/profiles/input/hidden";
import { removeSaved, saveForLater } from "@/lib/saved/commands/postings";
import { deleteSearch, saveSearch } from "@/lib/saved/commands/searches";
import { OwnSearch, SavePosting, SaveSearch } from "@/lib/saved/input";

/** To the page that the button stands on, else to the list with a word about what was done. */
const backOr = (back: string | undefined, done: string) =>
  redirect(back ? ownPath(back) : `/saved?${done}=1`);

export const saveSearchAction = formAction(SaveSearch, async (input, actor) => {
  await saveSearch(actor, input);
  backOr(input.back, "saved");
});

export const deleteSearchAction = formAction(OwnSearch, async (input, actor) => {
  await deleteSearch(actor, input);
  backOr(input.back, "deleted");
});

export const hidePostingAction = formAction(HidePosting, async (input, actor) => {
  await hidePosting(actor, input);
  backOr(input.back, "hidden");
});

export const showPostingAction = formAction(HidePosting, async (input, actor) => {
  await showPosting(actor, input);
  backOr(input.back, "shown");
});

export const saveForLaterAction = formAction(SavePosting, async (input, actor) => {
  await saveForLater(actor, input);
  if (!input.back) redirect("/saved?restored=1");
  await stayAt(input.back);
});

export const removeSavedAction = formAction(SavePosting, async (input, actor) => {
  await removeSaved(actor, input);
  if (!input.back) redirect(`/saved?removed=${input.postingId}`);
  await stayAt(input.back);
});
