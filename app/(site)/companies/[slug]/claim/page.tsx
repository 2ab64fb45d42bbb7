import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { CodeForm, SendCodeForm } from "@/app/_parts/domain-code-forms";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { domainToVerify, isAt } from "@/lib/companies/domain";
import { findCompanyToClaim } from "@/lib/companies/queries";
import { claimByEmailAction, redeemClaimCodeAction, requestClaimCodeAction } from "./actions";

export const metadata: Metadata = { title: "Claim a company", robots: { index: false } };

export default async function ClaimPage({ params, searchParams }: PageProps<"/companies/[slug]/claim">) {
  const { slug } = await params;
  const actor = await requireActor(`/companies/${slug}/claim`);
  const [company, { done }] = await Promise.all([findCompanyToClaim(slug), searchParams]);
  if (!company) notFound();
  const { id, name, website } = company;
  const found = domainToVerify(website);
  return (
    <>
      <PageHeader
        title={`Claim ${name}`}
        crumbs={[
          { href: "/companies", label: "Companies" },
          { href: `/companies/${slug}`, label: name },
        ]}
        lead="Its postings come from other sites. Show that you work there, and you become its owner here: its postings are yours, and take applications."
      />
      {"fault" in found ? (
        <Notice title="We know no website of this company that could prove who you are.">
          <a className="link" href="/contact">
            Contact us
          </a>
          , and we will find another way.
        </Notice>
      ) : isAt(actor.email, found.domain) ? (
        <div className="grid max-w-measure justify-items-start gap-4">
          <p>You are signed in as {actor.email}, which is at the domain of the company’s website.</p>
          <ButtonForm
            action={claimByEmailAction}
            values={{ companyId: id }}
            look="primary"
            size="md"
            waiting="Claiming…"
          >
            Claim by this address
          </ButtonForm>
        </div>
      ) : (
        <div className="grid gap-6">
          <p className="max-w-measure">
            You are signed in as {actor.email}, which is not at {found.domain}. We can send a code to an
            address that is.
          </p>
          {done === "sent" && (
            <>
              <Notice tone="success" live title="Code sent." />
              <CodeForm
                action={redeemClaimCodeAction}
                companyId={id}
                hint="It is in the e-mail, and valid for ten minutes."
                submit="Claim with this code"
              />
            </>
          )}
          <SendCodeForm action={requestClaimCodeAction} companyId={id} domain={found.domain} />
        </div>
      )}
    </>
  );
}
