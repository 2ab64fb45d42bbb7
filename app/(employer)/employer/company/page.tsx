import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listMemberships } from "@/lib/companies/queries";
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
        lead="What visitors read about you."
        actions={<ButtonLink href={`/companies/${company.slug}`}>Public page</ButtonLink>}
      />
      {saved && (
        <div className="mb-6">
          <Notice tone="success" live title="Kept." />
        </div>
      )}
      {company.role === "owner" ? (
        <CompanyForm company={company} />
      ) : (
        <p className="max-w-measure">Owners of {company.name} may edit this. Ask one of them.</p>
      )}
    </>
  );
}
