import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Table } from "@/app/_ui/table";
import { listTemplates } from "@/lib/applications/queries/templates";
import { requireActor } from "@/lib/auth/session";
import { listMemberships } from "@/lib/companies/queries";

export const metadata: Metadata = { title: "Message templates" };

export default async function TemplatesPage({ searchParams }: PageProps<"/employer/templates">) {
  const actor = await requireActor("/employer/templates");
  const [memberships, templates, { done }] = await Promise.all([
    listMemberships(actor),
    listTemplates(actor),
    searchParams,
  ]);
  const writing = memberships.filter(({ role }) => role !== "reviewer");
  if (writing.length === 0) redirect("/employer");
  return (
    <>
      <PageHeader
        title="Message templates"
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead="Words that you use again. You choose one when you answer applicants, and can change it before it is sent."
        actions={writing.map(({ id, name }) => (
          <ButtonLink key={id} look="primary" href={`/employer/templates/new?company=${id}`}>
            {writing.length > 1 ? `New template for ${name}` : "New template"}
          </ButtonLink>
        ))}
      />
      {done === "deleted" && (
        <div className="mb-6">
          <Notice tone="success" live title="Template deleted." />
        </div>
      )}
      {templates.length === 0 ? (
        <EmptyState title="No templates yet" />
      ) : (
        <Table
          caption="Message templates"
          rows={templates}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              head: "Name",
              cell: ({ id, name }) => (
                <a className="link font-medium" href={`/employer/templates/${id}`}>
                  {name}
                </a>
              ),
            },
            {
              key: "text",
              head: "Text",
              cell: ({ text }) => <span className="line-clamp-2 max-w-measure">{text}</span>,
            },
            ...(writing.length > 1
              ? [
                  {
                    key: "company",
                    head: "Company",
                    wide: true,
                    cell: ({ companyName }: { companyName: string }) => companyName,
                  },
                ]
              : []),
          ]}
        />
      )}
    </>
  );
}
