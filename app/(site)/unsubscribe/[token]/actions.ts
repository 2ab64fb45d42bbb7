"use server";

import { redirect } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { publicFormAction } from "@/lib/forms/action";
import { stopMails } from "@/lib/notifications/commands";
import { StopByToken } from "@/lib/notifications/input";

export const stopMailsAction = publicFormAction(StopByToken, async ({ token }) => {
  if (!(await stopMails(token))) throw new DomainError("not_found", "This link is not valid.");
  redirect(`/unsubscribe/${token}`);
});
