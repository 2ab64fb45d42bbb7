"use server";

import { redirect } from "next/navigation";
import { ownPath } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { answerAlert } from "@/lib/notifications/commands";
import { AnswerAlert } from "@/lib/notifications/input";
import { hidePosting, showPosting } from "@/lib/profiles/commands/hidden";
import { HidePosting } from "@/lib/profiles/input/hidden";
import { changeSearch, deleteSearch, saveSearch, seeSearch } from "@/lib/saved/commands/searches";
import { ChangeSearch, OwnSearch, SaveSearch } from "@/lib/saved/input";

/** To the page that the button stands on, else to the list with a word about what was done. */
const backOr = (back: string | undefined, done: string) =>
  redirect(back ? ownPath(back) : `/saved?${done}=1`);

export const keepSearch = formAction(SaveSearch, async (input, actor) => {
  await saveSearch(actor, input);
  backOr(input.back, "saved");
});

export const editSearch = formAction(ChangeSearch, async (input, actor) => {
  await changeSearch(actor, input);
  redirect("/saved?changed=1");
});

export const dropSearch = formAction(OwnSearch, async (input, actor) => {
  await deleteSearch(actor, input);
  backOr(input.back, "deleted");
});

export const lookAtNew = formAction(OwnSearch, async (input, actor) => {
  const { criteria } = await seeSearch(actor, input);
  redirect(`/jobs?${criteria}&sort=newest`);
});

export const hide = formAction(HidePosting, async (input, actor) => {
  await hidePosting(actor, input);
  backOr(input.back, "hidden");
});

export const showAgain = formAction(HidePosting, async (input, actor) => {
  await showPosting(actor, input);
  backOr(input.back, "shown");
});

export const sayRelevant = formAction(AnswerAlert, async (input, actor) => {
  await answerAlert(actor, input);
  redirect("/saved?answered=1");
});
