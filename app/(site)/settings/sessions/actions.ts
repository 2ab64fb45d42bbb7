"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { endOneSession, endOtherSessions } from "@/lib/auth/account/commands";
import { OneSession } from "@/lib/auth/input";
import { sessionToken } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/action";

export const endSessionAction = formAction(OneSession, async (input, actor) => {
  await endOneSession(actor, input);
  redirect("/settings/sessions?done=ended");
});

export const endOtherSessionsAction = formAction(z.strictObject({}), async (_, actor) => {
  await endOtherSessions(actor, (await sessionToken()) ?? "");
  redirect("/settings/sessions?done=ended");
});
