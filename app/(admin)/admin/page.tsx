import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { PostingState } from "@/app/_parts/posting-state";
import { type QueueCounts, queueInWords } from "@/app/_parts/queue-words";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { StatusMark } from "@/app/_ui/status-mark";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { placeInAddress, readPlace } from "@/lib/moderation/input";
import { mostWaiting } from "@/lib/moderation/lists";
import { countAppeals } from "@/lib/moderation/queries/appeals";
import { countDesk, listReviewQueue } from "@/lib/moderation/queries/desk";
import { counted, countedUpTo, plural } from "@/lib/plural";
import { countReported } from "@/lib/reports/queries";
import { claimWords } from "./_parts/claim";
import { DeskHeader } from "./_parts/desk-header";
import { DoneNotice } from "./_parts/done";
import { ReviewNext } from "./_parts/review-next";
import { CompanyStanding } from "./companies/_parts/company-standing";

export const metadata: Metadata = { title: "Review" };

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const admin = await requireAdmin("/admin");
  const { after, done } = await searchParams;
  const [queue, { incomplete, frozen, ...waiting }, reported, appeals, time] = await Promise.all([
    listReviewQueue(admin, { after: readPlace(after) }),
    countDesk(admin),
    countReported(admin),
    countAppeals(admin),
    findNow(),
  ]);
  const total = waiting.postings + waiting.companies;
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
            {lead(waiting)}
            {elsewhere.length > 0 && ` Besides, ${elsewhere.join(", ")}.`}
          </>
        }
        actions={total > 0 && <ReviewNext>Review next</ReviewNext>}
      />
      <DoneNotice asked={done} />
      <Queue
        label="Waiting for review"
        empty="Nothing is waiting for review."
        rows={queue.rows.map((row) => ({
          key: row.id,
          age: formatAge(row.since, time),
          ageDateTime: row.since.toISOString(),
          ...(row.kind === "posting" ? postingRow(row) : companyRow(row)),
          reasons: [
            ...(row.claim ? [claimWords(row.claim, admin)] : []),
            ...(row.kind === "posting" ? row.risks : []),
          ],
        }))}
      />
      <Pagination
        shown={queue.rows.length}
        total={Math.max(waiting.postings, waiting.companies) > mostWaiting ? undefined : total}
        unit="entries"
        nextHref={queue.next ? `/admin?after=${placeInAddress(queue.next)}` : undefined}
        firstHref={after ? "/admin" : undefined}
      />
    </>
  );
}

type Row = Awaited<ReturnType<typeof listReviewQueue>>["rows"][number];

const postingRow = (row: Extract<Row, { kind: "posting" }>) => ({
  href: `/admin/postings/${row.id}`,
  title: row.title,
  subtitle: row.companyName,
  state: row.revision ? <StatusMark tone="waiting">Change</StatusMark> : <PostingState {...row} />,
});

const companyRow = (row: Extract<Row, { kind: "company" }>) => ({
  href: `/admin/companies/${row.slug}`,
  title: row.name,
  subtitle: "Name, words or logo changed",
  state: <CompanyStanding company={row} />,
});

/** "5 are waiting for review, oldest first: 3 postings and 2 changed companies." */
function lead(waiting: QueueCounts) {
  const { postings, companies } = waiting;
  if (postings + companies === 0) return "Nothing is waiting for review.";
  const words = queueInWords(waiting);
  return postings > 0 && companies > 0
    ? `${countedUpTo(mostWaiting, postings + companies, "is", "are")} waiting for review, oldest first: ${words}.`
    : `${words} ${plural(postings + companies, "is", "are")} waiting for review, oldest first.`;
}
