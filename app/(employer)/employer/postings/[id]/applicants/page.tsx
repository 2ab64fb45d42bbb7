import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { PageHeader } from "@/app/_ui/page-header";
import { Queue } from "@/app/_ui/queue";
import { listApplicants } from "@/lib/applications/queries";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/events/queries";
import { findOwnPosting } from "@/lib/postings/queries/own";

export const metadata: Metadata = { title: "Applicants" };

export default async function ApplicantsPage({ params }: PageProps<"/employer/postings/[id]/applicants">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/applicants`);
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  const [applicants, time] = await Promise.all([listApplicants(actor, id), findNow()]);
  return (
    <>
      <PageHeader
        title="Applicants"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title },
        ]}
        lead={`In order of arrival. You promised an answer within ${posting.replyDays} days.`}
      />
      <Queue
        label="Applicants"
        empty="Nobody has applied yet."
        rows={applicants.map((applicant) => ({
          key: applicant.id,
          href: `/employer/postings/${id}/applicants/${applicant.id}`,
          title: applicant.name,
          subtitle: [applicant.headline, applicant.years !== null && `${applicant.years} years`]
            .filter(Boolean)
            .join(" · "),
          state: <ApplicationState state={applicant.state} />,
          age: formatAge(applicant.submittedAt, time),
          ageDateTime: applicant.submittedAt.toISOString(),
          reasons:
            applicant.state === "submitted"
              ? [
                  applicant.overdue
                    ? "The promised answer is overdue."
                    : `Answer due ${formatAge(applicant.replyBy, time)}.`,
                ]
              : [],
        }))}
      />
    </>
  );
}
