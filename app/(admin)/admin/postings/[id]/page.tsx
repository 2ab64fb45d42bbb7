import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Decisions } from "@/app/_parts/decisions";
import { idFrom } from "@/app/_parts/id";
import { LookTwice } from "@/app/_parts/look-twice";
import { PostingState } from "@/app/_parts/posting-state";
import { TermChanges } from "@/app/_parts/term-changes";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { PostingDocument } from "@/app/(site)/jobs/[slug]/_parts/posting-document";
import { requireAdmin } from "@/lib/auth/session";
import { findPostingForReview } from "@/lib/moderation/queries";
import { findPreview } from "@/lib/postings/queries/public";
import { DecisionForms } from "./decision-forms";
import { IncompletePosting } from "./incomplete-posting";

export const metadata: Metadata = { title: "Review a posting" };

export default async function ReviewPage({ params }: PageProps<"/admin/postings/[id]">) {
  const id = idFrom((await params).id);
  const admin = await requireAdmin(`/admin/postings/${id}`);
  const review = await findPostingForReview(admin, id);
  if (!review) notFound();
  const preview = await findPreview(review.id);
  return (
    <>
      <PageHeader
        title={review.title || "Untitled posting"}
        crumbs={[{ href: "/admin", label: "Review" }]}
        lead={<PostingState {...review} />}
      />
      <DeskPage
        decision={
          <div className="grid gap-8">
            <LookTwice title="Look closely at" risks={review.risks} />
            <DecisionForms
              id={review.id}
              state={review.state}
              seen={review.waitsSince?.toISOString()}
              isChange={review.revision !== null}
            />
          </div>
        }
      >
        {review.revision && (
          <Section title="Change of a live posting" className="mb-10">
            <TermChanges changes={review.changes} />
            <p className="mt-3 text-ink-2">The posting below is what is public now.</p>
          </Section>
        )}
        {preview?.salary && preview.workplace && preview.employment ? (
          <PostingDocument posting={preview} apply={null} />
        ) : (
          <IncompletePosting posting={review} />
        )}
        {review.history.length > 0 && (
          <Section title="Decisions" className="mt-10">
            <Decisions entries={review.history} />
          </Section>
        )}
      </DeskPage>
    </>
  );
}
