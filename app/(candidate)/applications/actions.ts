"use server";

import { redirect } from "next/navigation";
import { applyTo, withdrawApplication } from "@/lib/applications/commands";
import { Apply, OwnApplication } from "@/lib/applications/input";
import { formAction } from "@/lib/forms/action";

export const sendApplication = formAction(Apply, async (input, actor) => {
  const { id } = await applyTo(actor, input);
  redirect(`/applications/${id}?sent=1`);
});

export const takeBack = formAction(OwnApplication, async (input, actor) => {
  await withdrawApplication(actor, input);
  redirect(`/applications/${input.id}`);
});
