"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { copyPosting } from "@/lib/postings/commands/copy";
import { deletePosting, takePostingBack } from "@/lib/postings/commands/drafts";
import { OnePosting } from "@/lib/postings/input";

export const copyPostingAction = formAction(OnePosting, async (input, actor) => {
  const { id } = await copyPosting(actor, input);
  redirect(`/employer/postings/${id}?done=copied`);
});

export const deletePostingAction = formAction(OnePosting, async (input, actor) => {
  await deletePosting(actor, input);
  redirect("/employer?done=deleted");
});

export const takePostingBackAction = formAction(OnePosting, async (input, actor) => {
  await takePostingBack(actor, input);
  redirect(`/employer/postings/${input.id}?done=taken-back`);
});
