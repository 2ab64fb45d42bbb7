"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { dropSession } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/action";
import { keepAccount } from "@/lib/privacy/commands/ask";

export const signOutAction = formAction(z.strictObject({}), async (_, actor) => {
  await dropSession(actor);
  redirect("/");
});

export const keepAccountAction = formAction(z.strictObject({}), async (_, actor) => {
  await keepAccount(actor);
  redirect("/settings?done=kept");
});
