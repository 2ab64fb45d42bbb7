import type { Metadata } from "next";
import { formatDay } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { companyForm } from "@/lib/companies/form";
import { formRecord } from "@/lib/forms/changes";
import { CompanyChoice, chosenCompany } from "../_parts/chosen-company";
import { BadgeNotice } from "./badge-notice";
import { CompanyForm } from "./company-form";
import { LogoForm } from "./logo-form";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage({ searchParams }: PageProps<"/employer/company">) {
  const actor = await requireActor("/employer/company");
  const { company: asked, saved } = await searchParams;
  const { company, memberships } = await chosenCompany(actor, asked);
  return (
    <>
      <PageHeader
        title="Company"
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead="What visitors can read about your company."
        actions={
          <>
            <ButtonLink href={`/employer/team?company=${company.slug}`}>Team</ButtonLink>
            <ButtonLink href={`/employer/keys?company=${company.slug}`}>Keys</ButtonLink>
            <ButtonLink href={`/employer/webhooks?company=${company.slug}`}>Webhooks</ButtonLink>
            <ButtonLink href={`/companies/${company.slug}`}>Public page</ButtonLink>
          </>
        }
      />
      <CompanyChoice memberships={memberships} current={company.slug} at="/employer/company" />
      <div className="mb-6 grid max-w-xl gap-3 empty:hidden">
        {saved && <Notice tone="success" live title="Changes saved." />}
        {!company.isPublic && (
          <Notice tone="info" title="Your company is not public yet">
            It becomes public when its first posting goes live. Until then, only its members and our admins
            can see its page.
          </Notice>
        )}
        <BadgeNotice company={company} />
        {company.changeReason && (
          <Notice tone="warning" title="An admin asks you to change this page">
            {company.changeReason}
          </Notice>
        )}
        {!company.verifiedBy && !company.badgeLostBy && !company.closedAt && (
          <Notice title="Your company is not verified">
            Candidates see that. To show that its website is yours,{" "}
            <a href={`/employer/company/verify?company=${company.slug}`} className="link">
              verify the company
            </a>
            .
          </Notice>
        )}
      </div>
      {company.closedAt ? (
        <Notice title={`${company.name} was closed on ${formatDay(company.closedAt)}`}>
          Its page says so, and it can have no postings any more.
        </Notice>
      ) : company.role === "owner" ? (
        <>
          <CompanyForm
            id={company.id}
            record={formRecord(companyForm(company))}
            isVerified={Boolean(company.verifiedBy)}
          />
          <Section title="Logo" className="mt-12 max-w-xl">
            <LogoForm companyId={company.id} logo={company.logo} />
          </Section>
          <Section title="Close the company" className="mt-12 max-w-xl">
            <p className="mb-3">
              Its postings are closed, and nobody can publish for it any more. You see what happens before you
              decide.
            </p>
            <ButtonLink href={`/employer/company/close?company=${company.slug}`}>
              Close the company…
            </ButtonLink>
          </Section>
        </>
      ) : (
        <p className="max-w-measure">
          Only the owners of {company.name} can edit its page. Ask one of them to make your change.
        </p>
      )}
    </>
  );
}
