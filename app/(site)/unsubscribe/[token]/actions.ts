"use server";

import { redirect } from "next/navigation";
import { DomainError } from "@/lib/errors";
import { publicFormAction } from "@/lib/forms/action";
import { StopByToken } from "@/lib/notifications/input";
import { readStopToken } from "@/lib/notifications/tokens";
import { stopAlerts } from "@/lib/saved/commands/searches";

export const stopAlertsAction = publicFormAction(StopByToken, async ({ token }) => {
  const meant = readStopToken(token);
  if (!meant) throw new DomainError("not_found", "This link is not valid.");
  await stopAlerts(meant.savedSearchId);
  redirect(`/unsubscribe/${token}`);
});
