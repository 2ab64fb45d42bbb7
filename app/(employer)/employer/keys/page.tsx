import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay, formatTime } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import { requireActor } from "@/lib/auth/session";
import { listKeys } from "@/lib/companies/queries/keys";
import { mostKeys } from "@/lib/companies/rules";
import { scopesInWords } from "@/lib/companies/words";
import { CompanyChoice, chosenCompany } from "../_parts/chosen-company";
import { revokeKeyAction } from "./actions";
import { CreateForm } from "./create-form";

export const metadata: Metadata = { title: "Keys" };

export default async function KeysPage({ searchParams }: PageProps<"/employer/keys">) {
  const actor = await requireActor("/employer/keys");
  const { company: asked, done } = await searchParams;
  const { company, memberships } = await chosenCompany(actor, asked);
  const keys = await listKeys(actor, company.id);
  const isOwner = company.role === "owner";
  const isFull = keys.filter(({ revokedAt }) => !revokedAt).length >= mostKeys;
  return (
    <>
      <PageHeader
        title={`Keys of ${company.name}`}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/company?company=${company.slug}`, label: "Company" },
        ]}
        lead="With a key, a program of yours, such as an applicant tracking system, can publish postings through our API."
        actions={
          <>
            <ButtonLink href="/api#putCompanyPosting">How to use the API</ButtonLink>
            <ButtonLink href={`/employer/webhooks?company=${company.slug}`}>Webhooks</ButtonLink>
          </>
        }
      />
      <CompanyChoice memberships={memberships} current={company.slug} at="/employer/keys" />
      {done === "revoked" && (
        <div className="mb-6 max-w-xl">
          <Notice tone="success" live title="Key revoked. Programs that use it are refused from now on." />
        </div>
      )}
      {isOwner ? (
        <div className="grid gap-10">
          <p className="max-w-measure">
            A key acts for the person who created it, and what it does is recorded under their name. It stops
            when that person is no longer an owner of {company.name} or their account is suspended, and when
            the company is closed or suspended. We e-mail the owners when a key is created or revoked.
          </p>
          {keys.length > 0 && (
            <Section title="Your keys">
              <ul className="border-t border-rule">
                {keys.map((key) => (
                  <KeyRow key={key.id} of={key} companyId={company.id} />
                ))}
              </ul>
            </Section>
          )}
          <Section title="Create a key">
            {company.closedAt ? (
              <p>{company.name} is closed, so it can have no keys.</p>
            ) : isFull ? (
              <p>
                A company can have at most {mostKeys} keys. To create another one, revoke one that you no
                longer use.
              </p>
            ) : (
              <CreateForm
                companyId={company.id}
                id={randomUUID()}
                again={`/employer/keys?company=${company.slug}`}
              />
            )}
          </Section>
        </div>
      ) : (
        <p className="max-w-measure">
          Only an owner of {company.name} can see, create and revoke keys. The{" "}
          <a href={`/employer/team?company=${company.slug}`} className="link">
            team
          </a>{" "}
          shows who the owners are.
        </p>
      )}
    </>
  );
}

function KeyRow({
  of: key,
  companyId,
}: {
  of: Awaited<ReturnType<typeof listKeys>>[number];
  companyId: string;
}) {
  return (
    <li className="grid items-start gap-x-8 gap-y-3 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="font-medium break-words">
          {key.name} <code className="text-sm font-normal text-ink-2">{key.prefix}…</code>
        </p>
        <p className="text-sm text-ink-2 break-words">A program with it can {scopesInWords(key.scopes)}.</p>
        <p className="text-sm text-ink-2 break-words">
          Created by {key.madeBy} on {formatDay(key.createdAt)} ·{" "}
          {key.lastUsedAt
            ? `last used on ${formatDay(key.lastUsedAt)} at ${formatTime(key.lastUsedAt)}`
            : "not used yet"}
        </p>
        {key.revokedAt ? (
          <StatusMark tone="neutral">Revoked on {formatDay(key.revokedAt)}</StatusMark>
        ) : (
          key.stopped && <StatusMark tone="warning">{key.stopped}</StatusMark>
        )}
      </div>
      {!key.revokedAt && (
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
            Revoke<span className="sr-only"> {key.name}</span>
          </summary>
          <p className="mb-2 max-w-xs text-sm text-ink-2">
            Programs that use it are refused at once. This cannot be undone.
          </p>
          <ButtonForm
            action={revokeKeyAction}
            values={{ companyId, id: key.id }}
            look="danger"
            waiting="Revoking…"
          >
            Revoke {key.name}
          </ButtonForm>
        </details>
      )}
    </li>
  );
}
