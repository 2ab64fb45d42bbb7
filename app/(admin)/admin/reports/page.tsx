import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { PostingState } from "@/app/_parts/posting-state";
import { reportWords } from "@/app/_parts/report-words";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listFrozen } from "@/lib/moderation/queries/postings";
import { counted } from "@/lib/plural";
import { countReported, listReported } from "@/lib/reports/queries";
import { peopleToFreeze } from "@/lib/reports/rules";
import { DeskHeader } from "../_parts/desk-header";
import { DoneNotice } from "../_parts/done";

export const metadata: Metadata = { title: "Reported and frozen" };

export default async function ReportsPage({ searchParams }: PageProps<"/admin/reports">) {
  const admin = await requireAdmin("/admin/reports");
  const { after, done } = await searchParams;
  const [{ reported, next }, total, frozen, now] = await Promise.all([
    listReported(admin, isId(after) ? after : undefined),
    countReported(admin),
    listFrozen(admin),
    findNow(),
  ]);
  return (
    <>
      <DeskHeader
        current="/admin/reports"
        lead={`Postings that people reported, the one reported first at the top. ${peopleToFreeze} people with an account older than a day freeze a posting.`}
      />
      <DoneNotice asked={done} />
      <Queue
        label="Reported postings"
        empty="No posting is reported."
        rows={reported.map(
          ({ id, postingId, at, title, companyName, count, weighty, reasons, ...posting }) => ({
            key: id,
            href: `/admin/postings/${postingId}`,
            title,
            subtitle: companyName,
            state: <PostingState {...posting} />,
            age: formatAge(at, now),
            ageDateTime: at.toISOString(),
            reasons: [
              `${counted(count, "report")}, ${weighty} of which ${weighty === 1 ? "counts" : "count"} towards freezing.`,
              ...reasons.map((reason) => `${reportWords[reason]}.`),
            ],
          }),
        )}
      />
      <Pagination
        shown={reported.length}
        total={total}
        unit="postings"
        nextHref={next ? `/admin/reports?after=${next}` : undefined}
        firstHref={after ? "/admin/reports" : undefined}
      />
      <Section title="Frozen" note="Each waits for a decision" className="mt-10">
        <Queue
          label="Frozen postings"
          empty="No posting is frozen."
          rows={frozen.map(({ id, title, companyName, standing, frozenAt }) => ({
            key: id,
            href: `/admin/postings/${id}`,
            title,
            subtitle: companyName,
            state: <PostingState standing={standing} />,
            age: frozenAt ? formatAge(frozenAt, now) : "",
            ageDateTime: frozenAt?.toISOString(),
          }))}
        />
      </Section>
    </>
  );
}
