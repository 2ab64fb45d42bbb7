import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationState } from "@/app/_parts/application-state";
import { idFrom } from "@/app/_parts/id";
import { SentApplication } from "@/app/_parts/sent-application";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { findApplicant } from "@/lib/applications/queries";
import { moves } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { MoveForm } from "./move-form";

export const metadata: Metadata = { title: "Applicant" };

export default async function ApplicantPage({
  params,
}: PageProps<"/employer/postings/[id]/applicants/[applicationId]">) {
  const { id: postingId, applicationId: given } = await params;
  const [id, applicationId] = [idFrom(postingId), idFrom(given)];
  const actor = await requireActor(`/employer/postings/${id}/applicants/${applicationId}`);
  const applicant = await findApplicant(actor, applicationId);
  if (applicant?.postingId !== id) notFound();
  return (
    <>
      <PageHeader
        title={applicant.name}
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
        <SentApplication application={applicant} />
      </DeskPage>
    </>
  );
}
