"use server";

import { redirect } from "next/navigation";
import { backIfLate } from "@/app/_parts/interviews/late";
import { formAction } from "@/lib/forms/action";
import { acceptOther, cancelInterview, proposeInterview } from "@/lib/interviews/commands/propose";
import { AcceptOther, CancelInterview, ProposeInterview } from "@/lib/interviews/input";

const back = ({ postingId, applicationId }: { postingId: string; applicationId: string }, done: string) =>
  redirect(`/employer/postings/${postingId}/applicants/${applicationId}?done=${done}#interviews`);

export const proposeInterviewAction = formAction(ProposeInterview, async (input, actor) => {
  back(await proposeInterview(actor, input), "proposed");
});

export const acceptOtherAction = formAction(AcceptOther, async (input, actor) => {
  back(await acceptOther(actor, input).catch((error) => backIfLate(error, input.id)), "agreed");
});

export const cancelInterviewAction = formAction(CancelInterview, async (input, actor) => {
  back(await cancelInterview(actor, input).catch((error) => backIfLate(error, input.id)), "cancelled");
});
