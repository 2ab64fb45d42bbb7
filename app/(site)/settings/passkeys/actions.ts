"use server";

import { redirect } from "next/navigation";
import { addPasskey, removePasskey, renamePasskey } from "@/lib/auth/passkeys/commands";
import { AddPasskey, OnePasskey, RenamePasskey } from "@/lib/auth/passkeys/input";
import { browserToken } from "@/lib/auth/session";
import { formAction } from "@/lib/forms/action";

export const addPasskeyAction = formAction(AddPasskey, async (input, actor) => {
  await addPasskey(actor, input, await browserToken());
  redirect("/settings/passkeys?done=added");
});

export const renamePasskeyAction = formAction(RenamePasskey, async (input, actor) => {
  await renamePasskey(actor, input);
  redirect("/settings/passkeys?done=renamed");
});

export const removePasskeyAction = formAction(OnePasskey, async (input, actor) => {
  await removePasskey(actor, input);
  redirect("/settings/passkeys?done=removed");
});
