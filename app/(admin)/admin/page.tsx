import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { PostingState } from "@/app/_parts/posting-state";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listCompanyChanges } from "@/lib/companies/queries/admin";
import { placeInAddress, readPlace } from "@/lib/moderation/input";
import { countAppeals } from "@/lib/moderation/queries/appeals";
import { countDesk, listReviewQueue } from "@/lib/moderation/queries/postings";
import { counted, countedUpTo } from "@/lib/plural";
import { mostWaiting } from "@/lib/postings/queries/review";
import { countReported } from "@/lib/reports/queries";
import { claimWords } from "./_parts/claim-words";
import { DeskHeader } from "./_parts/desk-header";
import { DoneNotice } from "./_parts/done";
import { ReviewNext } from "./_parts/review-next";
import { CompanyStanding } from "./companies/_parts/company-standing";

export const metadata: Metadata = { title: "Review" };

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const admin = await requireAdmin("/admin");
  const { after, done } = await searchParams;
  const [queue, { waiting, incomplete, frozen }, reported, appeals, changes, time] = await Promise.all([
    listReviewQueue(admin, { after: readPlace(after) }),
    countDesk(admin),
    countReported(admin),
    countAppeals(admin),
    listCompanyChanges(admin),
    findNow(),
  ]);
  const elsewhere = [
    reported > 0 && counted(reported, "posting is reported", "postings are reported"),
    frozen > 0 && countedUpTo(mostWaiting, frozen, "is frozen", "are frozen"),
    appeals > 0 && countedUpTo(mostWaiting, appeals, "appeal is open", "appeals are open"),
    incomplete > 0 && countedUpTo(mostWaiting, incomplete, "import is incomplete", "imports are incomplete"),
  ].filter((words) => words !== false);
  return (
    <>
      <DeskHeader
        current="/admin"
        lead={
          <>
            {countedUpTo(mostWaiting, waiting, "posting is waiting", "postings are waiting")}, oldest first.
            {elsewhere.length > 0 && ` Besides, ${elsewhere.join(", ")}.`}
          </>
        }
        actions={waiting > 0 && <ReviewNext>Review next</ReviewNext>}
      />
      <DoneNotice asked={done} />
      <Queue
        label="Postings in review"
        empty="No postings are waiting for review."
        rows={queue.postings.map(
          ({ id, title, companyName, standing, revision, waitsSince, risks, claim }) => ({
            key: id,
            href: `/admin/postings/${id}`,
            title,
            subtitle: companyName,
            state: revision ? (
              <StatusMark tone="waiting">Change</StatusMark>
            ) : (
              <PostingState standing={standing} />
            ),
            age: waitsSince ? formatAge(waitsSince, time) : "",
            ageDateTime: waitsSince?.toISOString(),
            reasons: [...(claim ? [claimWords(claim, admin)] : []), ...risks],
          }),
        )}
      />
      {changes.length > 0 && (
        <Section title="Changed companies" className="mt-10 mb-10">
          <Queue
            label="Changed companies"
            rows={changes.map((company) => ({
              key: company.id,
              href: `/admin/companies/${company.slug}`,
              title: company.name,
              subtitle: "Name, words or logo changed",
              state: <CompanyStanding company={company} />,
              age: formatAge(company.changedAt, time),
              ageDateTime: company.changedAt.toISOString(),
              reasons: company.claim ? [claimWords(company.claim, admin)] : [],
            }))}
          />
        </Section>
      )}
      <Pagination
        shown={queue.postings.length}
        total={waiting > mostWaiting ? undefined : waiting}
        unit="postings"
        nextHref={queue.next ? `/admin?after=${placeInAddress(queue.next)}` : undefined}
        firstHref={after ? "/admin" : undefined}
      />
    </>
  );
}
