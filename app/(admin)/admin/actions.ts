"use server";

import { redirect } from "next/navigation";
import { asAdmin } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { approvePosting, removePosting, sendPostingBack } from "@/lib/moderation/commands";
import { ApprovePosting, RemovePosting, SendPostingBack } from "@/lib/moderation/input";

export const approvePostingAction = formAction(ApprovePosting, async (input, actor) => {
  const approved = await approvePosting(asAdmin(actor), input);
  redirect(`/admin?done=${approved}`);
});

export const sendPostingBackAction = formAction(SendPostingBack, async (input, actor) => {
  await sendPostingBack(asAdmin(actor), input);
  redirect("/admin?done=sent-back");
});

export const removePostingAction = formAction(RemovePosting, async (input, actor) => {
  await removePosting(asAdmin(actor), input);
  redirect(`/admin/postings/${input.id}`);
});
