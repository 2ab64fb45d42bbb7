"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { dropSession } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/action";

export const signOutAction = formAction(z.strictObject({}), async (_, actor) => {
  await dropSession(actor);
  redirect("/");
});
