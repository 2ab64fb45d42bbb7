"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { chooseMails } from "@/lib/notifications/commands";
import { ChooseMails } from "@/lib/notifications/input";

export const chooseMailsAction = formAction(ChooseMails, async (input, actor, version) => {
  await chooseMails(actor, input, version);
  redirect("/settings?done=saved");
});
