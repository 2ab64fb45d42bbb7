import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { templateForm } from "@/lib/applications/form";
import { requireActor } from "@/lib/auth/session";
import { listMemberships } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { TemplateForm } from "../template-form";

export const metadata: Metadata = { title: "New template" };

export default async function NewTemplatePage({ searchParams }: PageProps<"/employer/templates/new">) {
  const actor = await requireActor("/employer/templates/new");
  const [memberships, { company: asked }] = await Promise.all([listMemberships(actor), searchParams]);
  const writing = memberships.filter(({ role }) => role !== "reviewer");
  const company = writing.find(({ id }) => id === asked) ?? writing[0];
  if (!company) redirect("/employer");
  return (
    <>
      <PageHeader
        title="New template"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: "/employer/templates", label: "Message templates" },
        ]}
        lead={writing.length > 1 ? `For ${company.name}.` : undefined}
      />
      <TemplateForm companyId={company.id} record={formRecord(templateForm())} />
    </>
  );
}
