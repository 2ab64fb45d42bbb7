"use server";

import { redirect } from "next/navigation";
import { asDeed, formAction } from "@/lib/forms/action";
import { inviteCandidate, openProfile } from "@/lib/invitations/commands";
import { InviteCandidate, OpenProfile } from "@/lib/invitations/input";

export const openProfileAction = formAction(OpenProfile, async (input, actor) => {
  await openProfile(actor, input);
  redirect(`/employer/postings/${input.postingId}/candidates/${input.candidateId}`);
});

export const inviteCandidateAction = formAction(InviteCandidate, async (input, actor) => {
  await asDeed("invitation", actor, () => inviteCandidate(actor, input));
  redirect(`/employer/postings/${input.postingId}/candidates/${input.candidateId}?invited=1`);
});
