"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { saveProfile } from "@/lib/profiles/commands";
import { ProfileForm } from "@/lib/profiles/input";

export const keepProfile = formAction(ProfileForm, async (form, actor) => {
  await saveProfile(actor, form);
  redirect("/profile?saved=1");
});
