"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { appealDecision } from "@/lib/moderation/commands/appeal";
import { AppealDecision } from "@/lib/moderation/input";

export const appealDecisionAction = formAction(AppealDecision, async (input, actor) => {
  await appealDecision(actor, input);
  redirect(`/employer/postings/${input.id}/appeal?done=1`);
});
