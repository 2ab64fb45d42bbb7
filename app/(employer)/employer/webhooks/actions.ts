"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import {
  createWebhook,
  deleteWebhook,
  editWebhook,
  renewSecret,
  startWebhook,
} from "@/lib/webhooks/commands/manage";
import { sendAgain, sendTest } from "@/lib/webhooks/commands/send";
import { OneDelivery, OneWebhook, SaveWebhook } from "@/lib/webhooks/input";

/** The secret comes back as the state of the form: no address and no page that is opened later has it. */
export const createWebhookAction = formAction(SaveWebhook, async (input, actor) => {
  const { secret } = await createWebhook(actor, input);
  refresh();
  return { once: secret };
});

export const renewSecretAction = formAction(OneWebhook, async (input, actor) => {
  const { secret } = await renewSecret(actor, input);
  return { once: secret };
});

export const editWebhookAction = formAction(SaveWebhook, async (input, actor, version) => {
  await editWebhook(actor, input, version);
  redirect(`/employer/webhooks/${input.id}?done=saved`);
});

export const startWebhookAction = formAction(OneWebhook, async (input, actor) => {
  await startWebhook(actor, input);
  redirect(`/employer/webhooks/${input.id}?done=started`);
});

export const deleteWebhookAction = formAction(OneWebhook, async (input, actor) => {
  const { slug } = await deleteWebhook(actor, input);
  redirect(`/employer/webhooks?company=${slug}&done=deleted`);
});

export const sendTestAction = formAction(OneWebhook, async (input, actor) => {
  await sendTest(actor, input);
  redirect(`/employer/webhooks/${input.id}?done=queued`);
});

export const sendAgainAction = formAction(OneDelivery, async (input, actor) => {
  await sendAgain(actor, input);
  redirect(`/employer/webhooks/${input.id}?done=queued`);
});
