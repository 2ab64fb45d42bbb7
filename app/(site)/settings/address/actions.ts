"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { askForAddress, dropAddress } from "@/lib/auth/address/commands";
import { AskForAddress, ChangeAddress } from "@/lib/auth/input";
import { sessionToken } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/action";
import { countCode, countUse } from "@/lib/forms/limits";
import { changeAddress } from "@/lib/privacy/commands/address";

export const askForAddressAction = formAction(AskForAddress, async (input, actor) => {
  await countUse("address", actor.userId);
  await countCode(input.email, (await headers()).get("x-forwarded-for") ?? "unknown", null);
  await askForAddress(actor, input);
  redirect("/settings/address");
});

export const changeAddressAction = formAction(ChangeAddress, async (input, actor) => {
  await changeAddress(actor, input, (await sessionToken()) ?? "");
  redirect("/settings?done=address");
});

export const dropAddressAction = formAction(z.strictObject({}), async (_, actor) => {
  await dropAddress(actor);
  redirect("/settings/address");
});
