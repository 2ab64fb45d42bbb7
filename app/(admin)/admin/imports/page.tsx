import type { Metadata } from "next";
import { formatAge } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { PostingState } from "@/app/_parts/posting-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { countIncompleteImports, listIncompleteImports } from "@/lib/moderation/queries";

export const metadata: Metadata = { title: "Incomplete imports" };

export default async function ImportsPage({ searchParams }: PageProps<"/admin/imports">) {
  const admin = await requireAdmin("/admin/imports");
  const { after } = await searchParams;
  const [page, total, time] = await Promise.all([
    listIncompleteImports(admin, { after: isId(after) ? after : undefined }),
    countIncompleteImports(admin),
    findNow(),
  ]);
  return (
    <>
      <PageHeader
        title="Incomplete imports"
        crumbs={[{ href: "/admin", label: "Review" }]}
        lead="Imported from other sites, for companies that nobody has claimed. They are not public until their source provides what is missing."
      />
      <Queue
        label="Incomplete imports"
        empty="Every imported posting is complete."
        rows={page.postings.map(({ id, title, companyName, standing, createdAt, missing }) => ({
          key: id,
          href: `/admin/postings/${id}`,
          title,
          subtitle: companyName,
          state: <PostingState standing={standing} />,
          age: formatAge(createdAt, time),
          ageDateTime: createdAt.toISOString(),
          reasons: missing.map(({ message }) => message),
        }))}
      />
      <Pagination
        shown={page.postings.length}
        total={total}
        unit="postings"
        nextHref={page.next ? `/admin/imports?after=${page.next}` : undefined}
        firstHref={after ? "/admin/imports" : undefined}
      />
    </>
  );
}
