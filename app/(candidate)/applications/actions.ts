"use server";

import { redirect } from "next/navigation";
import { applyTo, withdrawApplication } from "@/lib/applications/commands";
import { Apply, OwnApplication } from "@/lib/applications/input";
import { formAction } from "@/lib/forms/action";
import { declineInvitation } from "@/lib/invitations/commands";
import { OwnInvitation } from "@/lib/invitations/input";

export const sendApplication = formAction(Apply, async (input, actor) => {
  const { id } = await applyTo(actor, input);
  redirect(`/applications/${id}?sent=1`);
});

export const takeBack = formAction(OwnApplication, async (input, actor) => {
  await withdrawApplication(actor, input);
  redirect(`/applications/${input.id}`);
});

export const turnDown = formAction(OwnInvitation, async (input, actor) => {
  await declineInvitation(actor, input);
  redirect("/applications?declined=1");
});
