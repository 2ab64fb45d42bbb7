"use server";

import { redirect } from "next/navigation";
import { publicFormAction } from "@/lib/forms/action";
import { confirmByToken } from "@/lib/notifications/commands";
import { StopByToken } from "@/lib/notifications/input";

export const confirmByTokenAction = publicFormAction(StopByToken, async (input) => {
  await confirmByToken(input);
  redirect(`/confirm/${input.token}`);
});
