"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { askForDeletion } from "@/lib/privacy/commands/ask";
import { AskForDeletion } from "@/lib/privacy/input";

export const askForDeletionAction = formAction(AskForDeletion, async (input, actor) => {
  await askForDeletion(actor, input);
  redirect("/settings/data");
});
