import { formatAge } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { Queue } from "@/app/_ui/queue";
import { StatusMark } from "@/app/_ui/status-mark";
import type { listDrafts } from "@/lib/applications/queries/drafts";
import { DeleteDraftForm } from "./delete-draft-form";

type Draft = Awaited<ReturnType<typeof listDrafts>>[number];

/** What the candidate has begun and not sent. Nothing where there is none. */
export function Drafts({ drafts, time }: { drafts: Draft[]; time: Date }) {
  if (drafts.length === 0) return null;
  return (
    <section className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-md font-semibold">Drafts</h2>
        <p className="text-sm text-ink-3">No company sees these until you submit them.</p>
      </div>
      <Queue
        label="Drafts"
        rows={drafts.map(({ postingId, title, slug, companyName, updatedAt, live }) => ({
          key: postingId,
          href: `/jobs/${slug}`,
          title,
          subtitle: companyName,
          state: <StatusMark tone="neutral">Draft</StatusMark>,
          age: `saved ${formatAge(updatedAt, time)}`,
          ageDateTime: updatedAt.toISOString(),
          reasons: live ? [] : ["This posting takes no applications at the moment."],
          actions: (
            <>
              {live && (
                <ButtonLink look="primary" size="sm" href={`/jobs/${slug}/apply`}>
                  Continue<span className="sr-only"> ({title})</span>
                </ButtonLink>
              )}
              <DeleteDraftForm postingId={postingId} title={title} />
            </>
          ),
        }))}
      />
    </section>
  );
}
