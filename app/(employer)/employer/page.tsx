import type { Metadata } from "next";
import { PostingState } from "@/app/_parts/posting-state";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Table } from "@/app/_ui/table";
import { requireActor } from "@/lib/auth/session";
import { companyForm } from "@/lib/companies/form";
import { listMemberships } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { listOwnPostings } from "@/lib/postings/queries/own";
import { CompanyForm } from "./company/company-form";

export const metadata: Metadata = { title: "For employers" };

export default async function EmployerPage() {
  const actor = await requireActor("/employer");
  const [companies, postings] = await Promise.all([listMemberships(actor), listOwnPostings(actor)]);
  if (companies.length === 0)
    return (
      <>
        <PageHeader
          title="Your company"
          lead="Postings belong to a company. Create yours, and you are its owner; its first posting is reviewed before it goes live."
        />
        <CompanyForm record={formRecord(companyForm())} />
      </>
    );
  return (
    <>
      <PageHeader
        title={companies.map(({ name }) => name).join(", ")}
        lead="Your postings, and who waits for an answer."
        actions={
          <>
            <ButtonLink href="/employer/company">Company</ButtonLink>
            <ButtonLink look="primary" href="/employer/postings/new">
              New posting
            </ButtonLink>
          </>
        }
      />
      {postings.length === 0 ? (
        <EmptyState
          title="No posting yet"
          action={
            <ButtonLink look="primary" href="/employer/postings/new">
              Write the first one
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
                  {title || "Without a title"}
                </a>
              ),
            },
            { key: "state", head: "State", cell: (posting) => <PostingState {...posting} /> },
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
