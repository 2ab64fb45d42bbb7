"use server";

import { redirect } from "next/navigation";
import { stayAt } from "@/app/_parts/stay";
import { seeApplication, submitApplication, withdrawApplication } from "@/lib/applications/commands";
import { Apply, OwnApplication } from "@/lib/applications/input";
import { formAction } from "@/lib/forms/action";
import { declineInvitation } from "@/lib/invitations/commands";
import { OwnInvitation } from "@/lib/invitations/input";

export const submitApplicationAction = formAction(Apply, async (input, actor) => {
  const { id } = await submitApplication(actor, input);
  redirect(`/applications/${id}?sent=1`);
});

export const withdrawApplicationAction = formAction(OwnApplication, async (input, actor) => {
  await withdrawApplication(actor, input);
  redirect(`/applications/${input.id}`);
});

export const seeApplicationAction = formAction(OwnApplication, async (input, actor) => {
  await seeApplication(actor, input);
  await stayAt(`/applications/${input.id}`);
});

export const declineInvitationAction = formAction(OwnInvitation, async (input, actor) => {
  await declineInvitation(actor, input);
  redirect("/applications?declined=1");
});
