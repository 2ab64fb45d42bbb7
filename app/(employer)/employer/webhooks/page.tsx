import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { counted } from "@/lib/plural";
import { listWebhooks } from "@/lib/webhooks/queries";
import { mostWebhooks } from "@/lib/webhooks/rules";
import { CompanyChoice, chosenCompany } from "../_parts/chosen-company";
import { WebhookForm } from "./webhook-form";
import { WebhookState } from "./webhook-state";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ searchParams }: PageProps<"/employer/webhooks">) {
  const actor = await requireActor("/employer/webhooks");
  const { company: asked, done } = await searchParams;
  const { company, memberships } = await chosenCompany(actor, asked);
  const webhooks = await listWebhooks(actor, company.id);
  const own = `/employer/webhooks?company=${company.slug}`;
  return (
    <>
      <PageHeader
        title={`Webhooks of ${company.name}`}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/company?company=${company.slug}`, label: "Company" },
        ]}
        lead="We tell your program what happens to your postings and applications as soon as it happens."
        actions={
          <>
            <ButtonLink href="/api#webhooks">How webhooks work</ButtonLink>
            <ButtonLink href={`/employer/keys?company=${company.slug}`}>Keys</ButtonLink>
          </>
        }
      />
      <CompanyChoice memberships={memberships} current={company.slug} at="/employer/webhooks" />
      {done === "deleted" && (
        <div className="mb-6 max-w-xl">
          <Notice tone="success" live title="Webhook deleted. Nothing more is sent to it." />
        </div>
      )}
      {company.role === "owner" ? (
        <div className="grid gap-10">
          <p className="max-w-measure">
            A request says what happened, with ids, states and links. It never has the name, the address or
            the words of a candidate: members read those on our pages. Requests are signed, so your program
            can check that they come from us.
          </p>
          {webhooks.length > 0 && (
            <Section title="Your webhooks">
              <ul className="border-t border-rule">
                {webhooks.map((webhook) => (
                  <li key={webhook.id} className="grid gap-1 border-b border-rule py-3">
                    <a href={`/employer/webhooks/${webhook.id}`} className="link font-medium break-all">
                      {webhook.url}
                    </a>
                    <p className="text-sm text-ink-2">{counted(webhook.types.length, "event")}</p>
                    <WebhookState of={webhook} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="Create a webhook">
            {company.closedAt ? (
              <p>{company.name} is closed, so it can have no webhooks.</p>
            ) : webhooks.length >= mostWebhooks ? (
              <p>
                A company can have at most {mostWebhooks} webhooks. To create another one, delete one that you
                no longer use.
              </p>
            ) : (
              <WebhookForm companyId={company.id} id={randomUUID()} again={own} />
            )}
          </Section>
        </div>
      ) : (
        <p className="max-w-measure">
          Only an owner of {company.name} can see and create webhooks. The{" "}
          <a href={`/employer/team?company=${company.slug}`} className="link">
            team
          </a>{" "}
          shows who the owners are.
        </p>
      )}
    </>
  );
}
