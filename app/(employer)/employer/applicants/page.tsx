import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { formatAge } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { StatusMark } from "@/app/_ui/status-mark";
import { listWaiting } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listMemberships } from "@/lib/companies/queries";
import { applicantName } from "../postings/[id]/applicants/_parts/applicant-name";

export const metadata: Metadata = { title: "Applicants" };

/** Everyone who waits for a first answer, whatever they applied to. */
export default async function WaitingApplicantsPage({ searchParams }: PageProps<"/employer/applicants">) {
  const actor = await requireActor("/employer/applicants");
  const { after } = await searchParams;
  const [memberships, { applicants, next }, now] = await Promise.all([
    listMemberships(actor),
    listWaiting(actor, { after: isId(after) ? after : undefined }),
    findNow(),
  ]);
  if (memberships.length === 0) redirect("/employer");
  return (
    <>
      <PageHeader
        title="Applicants"
        lead="Everyone who is waiting for a first answer. The one due soonest comes first."
      />
      <Queue
        label="Applicants"
        empty="Nobody is waiting for an answer."
        rows={applicants.map((applicant) => ({
          key: applicant.id,
          href: `/employer/postings/${applicant.postingId}/applicants/${applicant.id}`,
          title: applicantName(applicant),
          subtitle: memberships.length > 1 ? `${applicant.title}, ${applicant.companyName}` : applicant.title,
          state: applicant.overdue ? (
            <StatusMark tone="warning">Overdue</StatusMark>
          ) : (
            <StatusMark tone="waiting">Waiting</StatusMark>
          ),
          age: formatAge(applicant.submittedAt, now),
          ageDateTime: applicant.submittedAt.toISOString(),
          reasons: [`Answer ${applicant.overdue ? "was due" : "due"} ${formatAge(applicant.replyBy, now)}.`],
        }))}
      />
      <div className="mt-6">
        <Pagination
          shown={applicants.length}
          unit="applicants"
          nextHref={next ? `/employer/applicants?after=${next}` : undefined}
          firstHref={after ? "/employer/applicants" : undefined}
        />
      </div>
    </>
  );
}
