import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { PostingState } from "@/app/_parts/posting-state";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { placeInAddress, readPlace } from "@/lib/moderation/input";
import { listAppeals } from "@/lib/moderation/queries/appeals";
import { DeskHeader } from "../_parts/desk-header";
import { DoneNotice } from "../_parts/done";

export const metadata: Metadata = { title: "Appeals" };

export default async function AppealsPage({ searchParams }: PageProps<"/admin/appeals">) {
  const admin = await requireAdmin("/admin/appeals");
  const { after, done } = await searchParams;
  const [{ appeals, next }, now] = await Promise.all([listAppeals(admin, readPlace(after)), findNow()]);
  return (
    <>
      <DeskHeader
        current="/admin/appeals"
        lead="What companies say against the removal or freezing of a posting, oldest first. Nobody decides about an appeal against their own decision."
      />
      <DoneNotice asked={done} />
      <Queue
        label="Open appeals"
        empty="No appeal is open."
        rows={appeals.map(({ id, title, companyName, at, words, isOwn, hasOther, ...posting }) => ({
          key: id,
          href: `/admin/appeals/${id}`,
          title,
          subtitle: companyName,
          state: <PostingState {...posting} />,
          age: formatAge(at, now),
          ageDateTime: at.toISOString(),
          reasons: [
            words.length > 200 ? `${words.slice(0, 200)}…` : words,
            ...(isOwn
              ? [
                  hasOther
                    ? "This is about your own decision. Another admin decides it."
                    : "This is about your own decision, and there is no other admin. Make somebody an admin first.",
                ]
              : []),
          ],
        }))}
      />
      <Pagination
        shown={appeals.length}
        unit="appeals"
        nextHref={next ? `/admin/appeals?after=${placeInAddress(next)}` : undefined}
        firstHref={after ? "/admin/appeals" : undefined}
      />
    </>
  );
}
