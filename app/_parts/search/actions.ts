"use server";

import { redirect } from "next/navigation";
import { stayAt } from "@/app/_parts/stay";
import { ownPath } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { hidePosting, showPosting } from "@/lib/profiles/commands/hidden";
import { removeSaved, saveForLater } from "@/lib/saved/commands/postings";
import { deleteSearch, saveSearch } from "@/lib/saved/commands/searches";
import { MarkPosting, OwnSearch, SaveSearch } from "@/lib/saved/input";

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

const withUndo = (page: string, postingId: string) =>
  `${page}${page.includes("?") ? "&" : "?"}undo=${postingId}`;

const commands = { save: saveForLater, remove: removeSaved, hide: hidePosting, show: showPosting };

/** Saves a posting for the reader or hides it from them, or takes either back. */
export const markPostingAction = formAction(MarkPosting, async ({ deed, postingId, back, undo }, actor) => {
  await commands[deed](actor, { postingId });
  const done = { save: "?restored=1", remove: `?removed=${postingId}`, hide: "", show: "?shown=1" };
  if (!back) redirect(`/saved${done[deed]}`);
  if (deed === "save" || deed === "remove") await stayAt(back);
  else redirect(deed === "hide" && undo ? withUndo(ownPath(back), postingId) : ownPath(back));
});
