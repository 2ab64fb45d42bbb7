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
import { findNow } from "@/lib/clock";
import { placeInAddress } from "@/lib/moderation/input";
import { findPostingForReview } from "@/lib/moderation/queries/postings";
import { findSender, listAlike } from "@/lib/moderation/queries/sender";
import { listQuestions } from "@/lib/postings/queries/own";
import { findPreview } from "@/lib/postings/queries/public";
import { listOpenReports } from "@/lib/reports/queries";
import { currencyOptions } from "@/lib/taxonomy/home-currency";
import { ClaimNotice } from "../../_parts/claim";
import { DeskKeys } from "../../_parts/desk-keys";
import { DoneNotice } from "../../_parts/done";
import { ReviewNext } from "../../_parts/review-next";
import { Alike } from "./_parts/alike";
import { CompleteForm } from "./_parts/complete-form";
import { DecisionForms } from "./_parts/decision-forms";
import { IncompletePosting } from "./_parts/incomplete-posting";
import { Reports } from "./_parts/reports";
import { SenderBlock } from "./_parts/sender";

export const metadata: Metadata = { title: "Review a posting" };

export default async function ReviewPage({ params, searchParams }: PageProps<"/admin/postings/[id]">) {
  const id = idFrom((await params).id);
  const admin = await requireAdmin(`/admin/postings/${id}`);
  const review = await findPostingForReview(admin, id);
  if (!review) notFound();
  const [preview, questions, reports, sender, alike, now, { done }] = await Promise.all([
    findPreview(review.id),
    listQuestions(review.id),
    listOpenReports(admin, review.id),
    findSender(admin, review.id),
    listAlike(admin, review.id),
    findNow(),
    searchParams,
  ]);
  const { waitsSince } = review;
  const waiting = waitsSince && { since: waitsSince, id };
  return (
    <>
      <PageHeader
        title={review.title || "Untitled posting"}
        crumbs={[{ href: "/admin", label: "Review" }]}
        lead={
          <>
            <PostingState {...review} /> {review.companyName}
          </>
        }
        actions={waiting && <ReviewNext after={placeInAddress(waiting)}>Skip, review next</ReviewNext>}
      />
      <DoneNotice asked={done} next={review.title} />
      <DeskPage
        decision={
          <div className="grid gap-8">
            <ClaimNotice kind="posting" id={review.id} adminId={admin.userId} claim={review.claim} />
            <Reports reports={reports} now={now} />
            <LookTwice title="Look closely at" risks={review.risks} />
            {review.isIncompleteImport ? (
              <CompleteForm
                id={review.id}
                missing={review.missing.map(({ path }) => path)}
                currencies={currencyOptions(null)}
              />
            ) : (
              <DecisionForms
                id={review.id}
                state={review.state}
                isLive={review.standing === "live"}
                canClear={reports.length > 0 || review.standing === "frozen"}
                seen={waitsSince?.toISOString()}
                isChange={review.revision !== null}
                last={review.history[0]}
              />
            )}
            <DeskKeys of="posting" />
          </div>
        }
      >
        {sender && <SenderBlock sender={sender} now={now} />}
        <Alike id={review.id} alike={alike} />
        {review.revision && (
          <Section title="Change of a live posting" className="mt-10">
            <TermChanges changes={review.changes} />
            <p className="mt-3 text-ink-2">The posting below is what is public now.</p>
          </Section>
        )}
        <div className="mt-10">
          {preview?.salary && preview.workplace && preview.employment ? (
            <PostingDocument posting={preview} apply={null} questions={questions} isNamed={false} />
          ) : (
            <IncompletePosting posting={review} />
          )}
        </div>
        {review.history.length > 0 && (
          <Section title="Decisions" className="mt-10">
            <Decisions entries={review.history} />
          </Section>
        )}
      </DeskPage>
    </>
  );
}
