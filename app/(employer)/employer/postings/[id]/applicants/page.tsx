import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { RangeFigure } from "@/app/_parts/range-figure";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Queue } from "@/app/_ui/queue";
import { listApplicants } from "@/lib/applications/queries/applications";
import { byMatch } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { applicantName } from "./_parts/applicant-name";
import { mustsHad } from "./_parts/musts-had";
import { SortLinks } from "./_parts/sort-links";

export const metadata: Metadata = { title: "Applicants" };

export default async function ApplicantsPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/applicants">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/applicants`);
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  const [arrived, time, { sort }] = await Promise.all([listApplicants(actor, id), findNow(), searchParams]);
  const isByMatch = sort === "match";
  const applicants = isByMatch ? arrived.toSorted(byMatch) : arrived;
  return (
    <>
      <PageHeader
        title="Applicants"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title },
        ]}
        lead={`${isByMatch ? "Best match first" : "In order of arrival"}. You promised an answer within ${posting.replyDays} days.`}
        actions={<SortLinks at={`/employer/postings/${id}/applicants`} isByMatch={isByMatch} />}
      />
      {posting.blindReview && (
        <div className="mb-6">
          <Notice>
            You are reviewing without names. You see a name once you move the application for the first time.
          </Notice>
        </div>
      )}
      <Queue
        label="Applicants"
        empty="Nobody has applied yet."
        rows={applicants.map((applicant) => ({
          key: applicant.id,
          href: `/employer/postings/${id}/applicants/${applicant.id}`,
          title: applicantName(applicant),
          subtitle: [
            applicant.headline,
            applicant.years !== null && `${applicant.years} years`,
            mustsHad(applicant.sheet),
          ]
            .filter(Boolean)
            .join(" · "),
          state: <ApplicationState state={applicant.state} />,
          figure: applicant.sheet && <RangeFigure {...applicant.sheet} />,
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
