import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay, formatTime } from "@/app/_parts/dates";
import { CodeForm, SendCodeForm } from "@/app/_parts/domain-code-forms";
import { ButtonLink } from "@/app/_ui/button";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import type { Actor } from "@/lib/auth/input";
import { requireActor } from "@/lib/auth/session";
import { domainToVerify, isAt, recordOf } from "@/lib/companies/domain";
import type { DomainCheckResult } from "@/lib/companies/lists";
import { findVerification } from "@/lib/companies/queries";
import { CompanyChoice, chosenCompany } from "../../_parts/chosen-company";
import { BadgeNotice } from "../badge-notice";
import {
  redeemDomainCodeAction,
  requestDomainCodeAction,
  startDomainCheckAction,
  verifyByEmailAction,
} from "./actions";

export const metadata: Metadata = { title: "Verify a company" };

export default async function VerifyPage({ searchParams }: PageProps<"/employer/company/verify">) {
  const actor = await requireActor("/employer/company/verify");
  const { company: asked, done } = await searchParams;
  const { company, memberships } = await chosenCompany(actor, asked);
  const { slug, name } = company;
  const own = `/employer/company?company=${slug}`;
  return (
    <>
      <PageHeader
        title={`Verify ${name}`}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: own, label: "Company" },
        ]}
        lead="Show that the company’s website is yours. Its page and its postings then wear a badge."
      />
      <CompanyChoice memberships={memberships} current={slug} at="/employer/company/verify" />
      {company.verifiedBy ? (
        <Notice tone="success" live title={`${name} is verified by ${verifiedBy[company.verifiedBy]}`}>
          The badge belongs to the name and the website of the company. If you change one of them, you verify
          the company again.
        </Notice>
      ) : company.closedAt ? (
        <Notice title={`${name} is closed, so it cannot be verified.`} />
      ) : company.role !== "owner" ? (
        <p className="max-w-measure">Only an owner of {name} can verify the company.</p>
      ) : (
        <WaysToVerify actor={actor} company={company} isSent={done === "sent"} />
      )}
    </>
  );
}

const verifiedBy = { email: "its e-mail domain", dns: "a DNS record" };

async function WaysToVerify({
  actor,
  company,
  isSent,
}: {
  actor: Actor;
  company: Parameters<typeof BadgeNotice>[0]["company"] & {
    id: string;
    slug: string;
    website: string | null;
  };
  isSent: boolean;
}) {
  const found = domainToVerify(company.website);
  if ("fault" in found)
    return (
      <div className="grid max-w-measure gap-5">
        <Notice tone="warning" title={found.fault} />
        <div>
          <ButtonLink href={`/employer/company?company=${company.slug}`}>Enter the website</ButtonLink>
        </div>
      </div>
    );
  const { domain } = found;
  const state = await findVerification(actor, company.id);
  const record = recordOf(company.id, domain);
  const check = state?.results && state.checkedDomain === domain ? state : null;
  const codeTo = state?.codeTo && isAt(state.codeTo, domain) ? state.codeTo : null;
  return (
    <div className="grid gap-10">
      <BadgeNotice company={company} />
      <Section title="By e-mail">
        {isAt(actor.email, domain) ? (
          <>
            <p className="mb-4 max-w-measure">
              You are signed in as {actor.email}, which is at the domain of the company’s website.
            </p>
            <ButtonForm
              action={verifyByEmailAction}
              values={{ companyId: company.id }}
              look="primary"
              size="md"
              waiting="Verifying…"
            >
              Verify by this address
            </ButtonForm>
          </>
        ) : (
          <div className="grid gap-6">
            <p className="max-w-measure">
              You are signed in as {actor.email}, which is not at {domain}. We can send a code to an address
              that is.
            </p>
            {isSent && codeTo && <Notice tone="success" live title={`Code sent to ${codeTo}.`} />}
            {codeTo && (
              <CodeForm
                action={redeemDomainCodeAction}
                companyId={company.id}
                hint={`We sent it to ${codeTo}. It is valid for ten minutes.`}
                submit="Verify with this code"
              />
            )}
            <SendCodeForm action={requestDomainCodeAction} companyId={company.id} domain={domain} />
          </div>
        )}
      </Section>
      <Section title="By a DNS record">
        <p className="mb-4 max-w-measure">
          Add this record where the DNS of {domain} is managed, then ask us to look for it. A new record can
          take an hour to be seen everywhere, so we look again for up to a day.
        </p>
        <DataList>
          <DataItem label="Type">TXT</DataItem>
          <DataItem label="Name">
            <code className="break-all">{record.name}</code>
          </DataItem>
          <DataItem label="Value">
            <code className="break-all">{record.value}</code>
          </DataItem>
        </DataList>
        {check?.results && <Looks results={check.results} nextAt={check.nextAt} />}
        <ButtonForm
          action={startDomainCheckAction}
          values={{ companyId: company.id }}
          size="md"
          className="mt-5"
          waiting="Asking…"
        >
          {check ? "Look again" : "I have added the record"}
        </ButtonForm>
      </Section>
    </div>
  );
}

const resultWords: Record<DomainCheckResult, string> = {
  found: "The record is there.",
  missing: "There is no record of that name yet.",
  other: "There is a record of that name, but with another value.",
  silent: "The DNS server of the domain did not answer.",
};

/** What came of each look, and when the next one is. */
function Looks({
  results,
  nextAt,
}: {
  results: readonly { at: string; result: DomainCheckResult }[];
  nextAt: Date | null;
}) {
  const when = (date: Date) => `${formatDay(date)}, ${formatTime(date)}`;
  return (
    <div className="mt-5 max-w-measure">
      <ol className="border-t border-rule">
        {results.map(({ at, result }) => (
          <li key={at} className="border-b border-rule py-2">
            <time dateTime={at} className="block text-sm text-ink-3">
              {when(new Date(at))}
            </time>
            {resultWords[result]}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-2">
        {nextAt
          ? `We look ${results.length === 0 ? "within a minute" : `again after ${when(nextAt)}`}. Reload this page to see what we find.`
          : "We have stopped looking. Check the record, then ask us to look again."}
      </p>
    </div>
  );
}
