import type { Metadata } from "next";
import { PostingState } from "@/app/_parts/posting-state";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Table } from "@/app/_ui/table";
import { requireActor } from "@/lib/auth/session";
import { companyForm } from "@/lib/companies/form";
import { listMemberships } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { listOwnPostings } from "@/lib/postings/queries/own";
import { CompanyForm } from "./company/company-form";

export const metadata: Metadata = { title: "For employers" };

export default async function EmployerPage({ searchParams }: PageProps<"/employer">) {
  const actor = await requireActor("/employer");
  const [companies, postings] = await Promise.all([listMemberships(actor), listOwnPostings(actor)]);
  if (companies.length === 0)
    return (
      <>
        <PageHeader
          title="Your company"
          lead="Every posting belongs to a company. Create yours and you become its owner. We review each posting before it goes live."
        />
        <CompanyForm record={formRecord(companyForm())} />
      </>
    );
  return (
    <>
      <PageHeader
        title={companies.map(({ name }) => name).join(", ")}
        lead="Your postings, and how many applicants are waiting for an answer."
        actions={
          <>
            <ButtonLink href="/employer/company">Company</ButtonLink>
            <ButtonLink look="primary" href="/employer/postings/new">
              New posting
            </ButtonLink>
          </>
        }
      />
      {(await searchParams).done === "deleted" && (
        <div className="mb-6">
          <Notice tone="success" live title="Draft deleted." />
        </div>
      )}
      {postings.length === 0 ? (
        <EmptyState
          title="No postings yet"
          action={
            <ButtonLink look="primary" href="/employer/postings/new">
              Write your first posting
            </ButtonLink>
          }
        />
      ) : (
        <Table
          caption="Postings"
          rows={postings}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              head: "Posting",
              cell: ({ id, title }) => (
                <a className="link font-medium" href={`/employer/postings/${id}`}>
                  {title || "Untitled posting"}
                </a>
              ),
            },
            {
              key: "state",
              head: "State",
              cell: (posting) => (
                <>
                  <PostingState {...posting} />
                  {posting.live && posting.isUnconfirmed && (
                    <span className="block text-sm text-warn">Not confirmed lately</span>
                  )}
                </>
              ),
            },
            {
              key: "applications",
              head: "Applicants",
              figure: true,
              cell: ({ id, applications, unanswered }) =>
                applications === 0 ? (
                  "0"
                ) : (
                  <a className="link" href={`/employer/postings/${id}/applicants`}>
                    {applications}
                    {unanswered > 0 && ` (${unanswered} new)`}
                  </a>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
