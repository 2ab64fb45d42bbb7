import type { Actor } from "@/lib/auth/input";
import { sendTest } from "@/lib/webhooks/commands/send";
import type { Form } from "./form";
import { sql, type World } from "./world";

const webhooksOf = ({ company }: World) => sql`
  select w.url, w.types, w.secret_version, w.disabled_at,
    (select jsonb_agg(jsonb_build_array(d.id, d.type) order by d.id) from webhook_deliveries d where d.webhook_id = w.id) as sent,
    (select count(*) from events e where e.company_id = w.company_id and e.type = 'webhook.sent_again') as again
  from webhooks w where w.company_id = ${company.id} order by w.id`;

const byOwner = { may: ["owner"], by: "owner", kept: webhooksOf } as const;

const page = ({ webhookId }: World) => `/employer/webhooks/${webhookId}`;

/** The forms of the pages of webhooks. */
export const webhookForms: Record<string, Form> = {
  createWebhookAction: {
    ...byOwner,
    path: () => "/employer/webhooks",
    typed: { url: "https://hooks.tallyhaven.com/in" },
    button: "Create webhook",
    answer: 200,
  },
  editWebhookAction: {
    ...byOwner,
    path: page,
    typed: { url: "https://hooks.tallyhaven.com/other" },
    button: "Save webhook",
  },
  renewSecretAction: { ...byOwner, path: page, button: "Renew secret", answer: 200 },
  startWebhookAction: {
    ...byOwner,
    path: async (world) => {
      await sql`update webhooks set disabled_at = now() where id = ${world.webhookId}`;
      return page(world);
    },
    button: "Start the webhook again",
  },
  deleteWebhookAction: { ...byOwner, path: page, button: "Delete webhook" },
  sendTestAction: { ...byOwner, path: page, button: "Send a test" },
  sendAgainAction: {
    ...byOwner,
    path: async (world) => {
      await sendTest(world.actors.owner as Actor, { companyId: world.company.id, id: world.webhookId });
      return page(world);
    },
    button: /^Send again/,
  },
};
