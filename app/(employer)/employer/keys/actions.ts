"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { createKey, revokeKey } from "@/lib/companies/commands/keys";
import { CreateKey, OneKey } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";

/** The key comes back as the state of the form: no address and no page that is opened later has it. */
export const createKeyAction = formAction(CreateKey, async (input, actor) => {
  const { secret } = await createKey(actor, input);
  refresh();
  return { once: secret };
});

export const revokeKeyAction = formAction(OneKey, async (input, actor) => {
  const { slug } = await revokeKey(actor, input);
  redirect(`/employer/keys?company=${slug}&done=revoked`);
});
