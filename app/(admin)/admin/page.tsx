import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { PostingState } from "@/app/_parts/posting-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { StatusMark } from "@/app/_ui/status-mark";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { countIncompleteImports, countReviewQueue, listReviewQueue } from "@/lib/moderation/queries";
import { counted, plural } from "@/lib/plural";

export const metadata: Metadata = { title: "Review" };

const doneWords: Record<string, string> = {
  live: "Posting approved. It is live.",
  scheduled: "Posting approved. It goes live at the time that its company chose.",
  change: "Change approved. It is public, and those who applied are told.",
  "sent-back": "Posting sent back for changes.",
};

export default async function AdminPage({ searchParams }: PageProps<"/admin">) {
  const admin = await requireAdmin("/admin");
  const { after, done } = await searchParams;
  const [queue, waiting, incomplete, time] = await Promise.all([
    listReviewQueue(admin, { after: isId(after) ? after : undefined }),
    countReviewQueue(admin),
    countIncompleteImports(admin),
    findNow(),
  ]);
  return (
    <>
      <PageHeader
        title="Review"
        lead={
          <>
            {counted(waiting, "posting is waiting", "postings are waiting")}, oldest first.
            {incomplete > 0 && (
              <>
                {" "}
                <a href="/admin/imports" className="link">
                  {incomplete.toLocaleString("en")} imported{" "}
                  {plural(incomplete, "posting is", "postings are")} incomplete
                </a>
                .
              </>
            )}
          </>
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="success" live title={(typeof done === "string" && doneWords[done]) || "Done."} />
        </div>
      )}
      <Queue
        label="Postings in review"
        empty="No postings are waiting for review."
        rows={queue.postings.map(({ id, title, companyName, standing, revision, waitsSince, risks }) => ({
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
          reasons: risks,
        }))}
      />
      <Pagination
        shown={queue.postings.length}
        total={waiting}
        unit="postings"
        nextHref={queue.next ? `/admin?after=${queue.next}` : undefined}
        firstHref={after ? "/admin" : undefined}
      />
    </>
  );
}
