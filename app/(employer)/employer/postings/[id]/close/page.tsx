import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { PipelineQuery } from "@/lib/applications/input";
import { countOpenApplications } from "@/lib/applications/queries/applications";
import { listPipeline } from "@/lib/applications/queries/pipeline";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { counted } from "@/lib/plural";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { closingWords } from "@/lib/postings/words";
import { applicantName } from "../applicants/_parts/applicant-name";
import { CloseForm } from "./close-form";

export const metadata: Metadata = { title: "Close a posting" };

export default async function ClosePostingPage({ params }: PageProps<"/employer/postings/[id]/close">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/close`);
  const posting = await findOwnPosting(actor, id);
  if (!posting?.mayWrite) notFound();
  if (posting.state !== "published" || posting.standing === "scheduled") redirect(`/employer/postings/${id}`);
  const [{ applicants: waiting }, total, now] = await Promise.all([
    listPipeline(actor, id, PipelineQuery.parse({})),
    countOpenApplications(id),
    findNow(),
  ]);
  return (
    <>
      <PageHeader
        title="Close the posting"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title },
        ]}
        lead="It is taken off the board at once. You can undo this for ten minutes. After that it stays closed."
      />
      {waiting.length > 0 && (
        <Section
          title={counted(total, "applicant waits for an answer", "applicants wait for an answer")}
          className="mb-10"
        >
          <Table
            caption="Who waits for an answer"
            rows={waiting}
            rowKey={(applicant) => applicant.id}
            columns={[
              {
                key: "name",
                head: "Applicant",
                cell: (applicant) => (
                  <a className="link" href={`/employer/postings/${id}/applicants/${applicant.id}`}>
                    {applicantName(applicant)}
                  </a>
                ),
              },
              {
                key: "state",
                head: "State",
                cell: ({ state }) => <ApplicationState state={state} reader="company" />,
              },
              {
                key: "due",
                head: "Answer due",
                cell: ({ state, replyBy }) => (state === "submitted" ? formatAge(replyBy, now) : ""),
              },
            ]}
          />
          {total > waiting.length && (
            <p className="mt-3">
              <a className="link" href={`/employer/postings/${id}/applicants`}>
                See all {total} of them
              </a>
            </p>
          )}
        </Section>
      )}
      <CloseForm id={id} waiting={total} message={closingWords(posting.title)} />
    </>
  );
}
