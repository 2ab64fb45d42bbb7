"use server";

import { formAction } from "@/lib/forms/action";
import { saveProfile } from "@/lib/profiles/commands";
import { ProfileForm } from "@/lib/profiles/input";
import { redirect } from "next/navigation";

export const keepProfile = formAction(ProfileForm, async (form, actor) => {
  await saveProfile(actor, form);
  redirect("/profile?saved=1");
});
