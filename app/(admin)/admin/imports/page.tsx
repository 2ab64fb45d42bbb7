import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { PostingState } from "@/app/_parts/posting-state";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { placeInAddress, readPlace } from "@/lib/moderation/input";
import { mostWaiting } from "@/lib/moderation/lists";
import { countDesk } from "@/lib/moderation/queries/desk";
import { listIncompleteImports } from "@/lib/moderation/queries/postings";
import { DeskHeader } from "../_parts/desk-header";
import { DoneNotice } from "../_parts/done";
import { DiscardForm } from "./discard-form";

export const metadata: Metadata = { title: "Incomplete imports" };

export default async function ImportsPage({ searchParams }: PageProps<"/admin/imports">) {
  const admin = await requireAdmin("/admin/imports");
  const { after, done } = await searchParams;
  const [page, { incomplete }, time] = await Promise.all([
    listIncompleteImports(admin, { after: readPlace(after) }),
    countDesk(admin),
    findNow(),
  ]);
  const rows = page.postings.map(({ id, title, companyName, standing, createdAt, missing }) => ({
    key: id,
    href: `/admin/postings/${id}`,
    title: title || "Untitled posting",
    subtitle: companyName,
    state: <PostingState standing={standing} />,
    age: formatAge(createdAt, time),
    ageDateTime: createdAt.toISOString(),
    reasons: missing.map(({ message }) => message),
    select: (
      <input
        type="checkbox"
        name="ids"
        value={id}
        aria-label={`Select ${title || "the untitled posting"}`}
        className="size-5"
      />
    ),
  }));
  const queue = <Queue label="Incomplete imports" empty="Every imported posting is complete." rows={rows} />;
  return (
    <>
      <DeskHeader
        current="/admin/imports"
        lead="Imported from other sites, for companies that nobody has claimed. Open one to enter what is missing, or discard those that are no use."
      />
      <DoneNotice asked={done} />
      {rows.length > 0 ? <DiscardForm>{queue}</DiscardForm> : queue}
      <Pagination
        shown={page.postings.length}
        total={incomplete > mostWaiting ? undefined : incomplete}
        unit="postings"
        nextHref={page.next ? `/admin/imports?after=${placeInAddress(page.next)}` : undefined}
        firstHref={after ? "/admin/imports" : undefined}
      />
    </>
  );
}
