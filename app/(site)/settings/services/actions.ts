"use server";

import { redirect } from "next/navigation";
import { OneService } from "@/lib/auth/input";
import { refuseUnlessLinkable, unlinkService } from "@/lib/auth/services/commands";
import { linkAt } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/action";

export const linkServiceAction = formAction(OneService, async ({ provider }, actor) => {
  await refuseUnlessLinkable(actor);
  await linkAt(provider);
});

export const unlinkServiceAction = formAction(OneService, async (input, actor) => {
  await unlinkService(actor, input);
  redirect("/settings/services?done=unlinked");
});
