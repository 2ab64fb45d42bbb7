import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationState } from "@/app/_parts/application-state";
import { idFrom } from "@/app/_parts/id";
import { StoredSheet } from "@/app/_parts/match-sheet/stored-sheet";
import { SentApplication } from "@/app/_parts/sent-application";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { findApplicant } from "@/lib/applications/queries/applications";
import { findApplicationSheet } from "@/lib/applications/queries/sheet";
import { moves } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { applicantName } from "../_parts/applicant-name";
import { MoveForm } from "./move-form";

export const metadata: Metadata = { title: "Applicant" };

export default async function ApplicantPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/applicants/[applicationId]">) {
  const { id: postingId, applicationId: given } = await params;
  const [id, applicationId] = [idFrom(postingId), idFrom(given)];
  const at = `/employer/postings/${id}/applicants/${applicationId}`;
  const actor = await requireActor(at);
  const [applicant, sheet, { recompute }] = await Promise.all([
    findApplicant(actor, applicationId),
    findApplicationSheet(actor, applicationId),
    searchParams,
  ]);
  if (applicant?.postingId !== id) notFound();
  return (
    <>
      <PageHeader
        title={applicantName(applicant)}
        lead={<ApplicationState state={applicant.state} />}
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: applicant.title },
          { href: `/employer/postings/${id}/applicants`, label: "Applicants" },
        ]}
      />
      <DeskPage
        decision={
          applicant.mayMove && (
            <MoveForm
              key={applicant.state}
              id={applicant.id}
              from={applicant.state}
              to={moves[applicant.state]}
            />
          )
        }
      >
        {applicant.hidden && (
          <div className="mb-8">
            <Notice>
              You are reviewing without names. Name, contact details and schools are hidden until you move
              this application for the first time. In texts, you see placeholders such as [name hidden]
              instead.
            </Notice>
          </div>
        )}
        <div className="grid gap-10">
          <StoredSheet
            sheet={sheet}
            path={at}
            isRecomputed={recompute !== undefined}
            reader="employer"
            wanted={applicant.profile.salary}
          />
          <SentApplication application={applicant} />
        </div>
      </DeskPage>
    </>
  );
}
