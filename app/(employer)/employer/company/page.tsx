import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { companyForm } from "@/lib/companies/form";
import { listMemberships } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { BadgeNotice } from "./badge-notice";
import { CompanyForm } from "./company-form";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage({ searchParams }: PageProps<"/employer/company">) {
  const actor = await requireActor("/employer/company");
  const [[company], { saved }] = await Promise.all([listMemberships(actor), searchParams]);
  if (!company) redirect("/employer");
  return (
    <>
      <PageHeader
        title="Company"
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead="What visitors can read about your company."
        actions={<ButtonLink href={`/companies/${company.slug}`}>Public page</ButtonLink>}
      />
      <div className="mb-6 grid max-w-xl gap-3 empty:hidden">
        {saved && <Notice tone="success" live title="Changes saved." />}
        {!company.isPublic && (
          <Notice tone="info" title="Your company is not public yet">
            It becomes public when its first posting goes live. Until then, only its members and our admins
            can see its page.
          </Notice>
        )}
        <BadgeNotice company={company} />
      </div>
      {company.role === "owner" ? (
        <CompanyForm
          id={company.id}
          record={formRecord(companyForm(company))}
          isVerified={Boolean(company.verifiedBy)}
        />
      ) : (
        <p className="max-w-measure">
          Only the owners of {company.name} can edit its page. Ask one of them to make your change.
        </p>
      )}
    </>
  );
}
