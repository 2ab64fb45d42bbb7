import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { PostingState } from "@/app/_parts/posting-state";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { PageHeader } from "@/app/_ui/page-header";
import { requireAdmin } from "@/lib/auth/session";
import { linesBeside } from "@/lib/moderation/beside";
import { findPostingForReview } from "@/lib/moderation/queries/postings";
import { findPreview } from "@/lib/postings/queries/public";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";

export const metadata: Metadata = { title: "Two postings side by side" };

export default async function BesidePage({ params }: PageProps<"/admin/postings/[id]/beside/[other]">) {
  const asked = await params;
  const [id, other] = [idFrom(asked.id), idFrom(asked.other)];
  const admin = await requireAdmin(`/admin/postings/${id}/beside/${other}`);
  const [mine, theirs, mineShown, theirsShown] = await Promise.all([
    findPostingForReview(admin, id),
    findPostingForReview(admin, other),
    findPreview(id),
    findPreview(other),
  ]);
  if (!mine || !theirs || !mineShown || !theirsShown) notFound();
  const texts = linesBeside(mine.description, theirs.description);
  return (
    <>
      <PageHeader
        title="Side by side"
        crumbs={[
          { href: "/admin", label: "Review" },
          { href: `/admin/postings/${id}`, label: mine.title || "Untitled posting" },
        ]}
        lead="Lines that only one of the two has are marked."
      />
      <div className="grid gap-x-10 gap-y-10 md:grid-cols-2">
        <Side posting={mine} shown={mineShown} lines={texts.mine} />
        <Side posting={theirs} shown={theirsShown} lines={texts.theirs} />
      </div>
    </>
  );
}

type Side = {
  posting: NonNullable<Awaited<ReturnType<typeof findPostingForReview>>>;
  shown: NonNullable<Awaited<ReturnType<typeof findPreview>>>;
  lines: ReturnType<typeof linesBeside>["mine"];
};

function Side({ posting, shown, lines }: Side) {
  const { salary, workplace } = shown;
  return (
    <section
      aria-label={`${posting.title} at ${posting.companyName}`}
      className="min-w-0 border-t-2 border-ink pt-3"
    >
      <h2 className="text-md font-semibold">
        <a href={`/admin/postings/${posting.id}`} className="plain-link">
          {posting.title || "Untitled posting"}
        </a>
      </h2>
      <DataList className="mt-3">
        <DataItem label="Company">{posting.companyName}</DataItem>
        <DataItem label="State">
          <PostingState {...posting} />
        </DataItem>
        <DataItem label="Created">{formatDay(posting.createdAt)}</DataItem>
        <DataItem label="Pay">{salary && `${formatPay(salary)} ${formatPeriod(salary.period)}`}</DataItem>
        <DataItem label="Place">{workplace && formatWhere({ ...shown, workplace })}</DataItem>
        <DataItem label="Skills">{shown.skills.map(({ label }) => label).join(", ") || undefined}</DataItem>
      </DataList>
      <div className="mt-4 grid gap-2 break-words">
        {lines.map(({ key, text, isShared }) =>
          isShared ? (
            <p key={key}>{text}</p>
          ) : (
            <p key={key} className="border-l-4 border-warn bg-warn-soft pl-3">
              <span className="sr-only">Only here: </span>
              {text}
            </p>
          ),
        )}
      </div>
    </section>
  );
}
