"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { readNotifications } from "@/lib/notifications/commands";
import { ReadNotifications } from "@/lib/notifications/input";

export const readNotificationsAction = formAction(ReadNotifications, async (input, actor) => {
  await readNotifications(actor, input);
  redirect("/notifications?done=read");
});
