"use server";

import { redirect } from "next/navigation";
import { asAdmin } from "@/lib/auth/rules";
import { formAction } from "@/lib/forms/action";
import { approvePosting, returnPosting, takeDownPosting } from "@/lib/moderation/commands";
import { ApprovePosting, RemovePosting, SendPostingBack } from "@/lib/moderation/input";

export const approve = formAction(ApprovePosting, async (input, actor) => {
  await approvePosting(asAdmin(actor), input);
  redirect("/admin?done=approved");
});

export const sendBack = formAction(SendPostingBack, async (input, actor) => {
  await returnPosting(asAdmin(actor), input);
  redirect("/admin?done=returned");
});

export const takeDown = formAction(RemovePosting, async (input, actor) => {
  await takeDownPosting(asAdmin(actor), input);
  redirect(`/admin/postings/${input.id}`);
});
