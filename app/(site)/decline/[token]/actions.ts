"use server";

import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/forms/action";
import { declineByToken } from "@/lib/notifications/commands";
import { StopByToken } from "@/lib/notifications/input";

export const declineByTokenAction = publicFormAction(StopByToken, async (input) => {
  await declineByToken(input);
  redirect(`/decline/${input.token}`);
});
