import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { webhookForm } from "@/lib/webhooks/form";
import { findWebhook } from "@/lib/webhooks/queries";
import { failingDays, keptDeliveries } from "@/lib/webhooks/rules";
import { deleteWebhookAction, sendTestAction, startWebhookAction } from "../actions";
import { WebhookForm } from "../webhook-form";
import { WebhookState } from "../webhook-state";
import { Deliveries } from "./deliveries";
import { RenewForm } from "./renew-form";

export const metadata: Metadata = { title: "Webhook" };

const told: Record<string, string> = {
  saved: "Webhook saved.",
  started: "Webhook started.",
  queued: "The request is on its way. Reload this page to see what came back.",
};

export default async function WebhookPage({ params, searchParams }: PageProps<"/employer/webhooks/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/webhooks/${id}`);
  const webhook = await findWebhook(actor, id);
  if (!webhook) notFound();
  const done = told[String((await searchParams).done)];
  const { companyId, companySlug, companyName, disabledAt, deliveries } = webhook;
  const own = `/employer/webhooks/${id}`;
  return (
    <>
      <PageHeader
        title="Webhook"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/webhooks?company=${companySlug}`, label: `Webhooks of ${companyName}` },
        ]}
        lead={<span className="break-all">{webhook.url}</span>}
      />
      <div className="mb-8 grid max-w-xl gap-3 empty:hidden">
        {done && <Notice tone="success" live title={done} />}
        {disabledAt && (
          <Notice tone="danger" title={`This webhook was stopped on ${formatDay(disabledAt)}`}>
            <p className="mb-3">
              Every request has failed for {failingDays} days, so we no longer send any. What happens while it
              is stopped is not sent later.
            </p>
            <ButtonForm action={startWebhookAction} values={{ companyId, id }} waiting="Starting…">
              Start the webhook again
            </ButtonForm>
          </Notice>
        )}
      </div>
      <div className="grid gap-10">
        <Section title="What was sent" note={`The last ${keptDeliveries}`}>
          <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-3">
            <WebhookState of={webhook} />
            {!disabledAt && (
              <ButtonForm action={sendTestAction} values={{ companyId, id }} waiting="Sending…">
                Send a test
              </ButtonForm>
            )}
            <a href={own} className="link inline-flex min-h-11 items-center text-sm">
              Reload this page
            </a>
          </div>
          {deliveries.length === 0 ? (
            <p className="text-ink-2">
              Nothing was sent yet. Send a test to see whether your program answers.
            </p>
          ) : (
            <Deliveries of={webhook} />
          )}
        </Section>
        <Section title="Address and events">
          <WebhookForm companyId={companyId} id={id} record={formRecord(webhookForm(webhook))} again={own} />
        </Section>
        <Section title="Secret">
          <p className="mb-4 max-w-measure">
            The secret is not shown again. If it was lost or somebody else has seen it, renew it. For a day,
            requests are signed with both, so that you have time to give your program the new one.
            {webhook.renewedAt && ` It was last renewed on ${formatDay(webhook.renewedAt)}.`}
          </p>
          <RenewForm companyId={companyId} id={id} />
        </Section>
        <Section title="Delete this webhook">
          <p className="mb-4 max-w-measure">
            Nothing more is sent to it, and the list of what was sent is deleted too.
          </p>
          <ButtonForm
            action={deleteWebhookAction}
            values={{ companyId, id }}
            look="danger"
            size="md"
            waiting="Deleting…"
          >
            Delete webhook
          </ButtonForm>
        </Section>
      </div>
    </>
  );
}
