import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EvidenceList } from "@/app/_parts/match-sheet/evidence-list";
import { ProfileFacts } from "@/app/_parts/profile-facts";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { findApplicationTo, isReviewBlind } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { findProfile } from "@/lib/profiles/queries/profile";
import { listProof } from "@/lib/profiles/queries/resume";
import { ApplyForm } from "./apply-form";

export const metadata: Metadata = { title: "Apply" };

export default async function ApplyPage({ params }: PageProps<"/jobs/[slug]/apply">) {
  const { slug } = await params;
  const actor = await requireActor(`/jobs/${slug}/apply`);
  const posting = await findPostingBySlug(slug);
  if (!posting) notFound();
  const [sent, profile, proof, isBlind] = await Promise.all([
    findApplicationTo(actor, posting.id),
    findProfile(actor),
    listProof(actor),
    isReviewBlind(posting.id),
  ]);
  if (sent) redirect(`/applications/${sent.id}`);
  return (
    <>
      <PageHeader
        title={`Apply to ${posting.company.name}`}
        crumbs={[
          { href: "/jobs", label: "Jobs" },
          { href: `/jobs/${slug}`, label: posting.title },
        ]}
        lead={`They promise an answer within ${posting.replyDays} days.`}
      />
      {posting.claimed ? (
        <DeskPage
          decision={
            <p className="text-sm text-ink-2">
              Below the form is exactly what {posting.company.name} will see, with{" "}
              <a className="link" href={`/jobs/${slug}#match`}>
                your match sheet
              </a>{" "}
              as it is when you send it.{" "}
              <a className="link" href="/profile">
                Edit your profile
              </a>{" "}
              first if it should say more.
              {isBlind &&
                " The first look is without names: yours, how to reach you and your schools show once they answer."}
            </p>
          }
        >
          <ApplyForm postingId={posting.id} name={actor.name ?? ""} email={actor.email} />
          <div className="mt-10 grid gap-10">
            <ProfileFacts profile={profile ?? {}} />
            <EvidenceList proof={proof} />
          </div>
        </DeskPage>
      ) : (
        <Notice tone="warning" title="Not answered here">
          Nobody of {posting.company.name} is on Backplane, so we cannot promise an answer.{" "}
          {posting.externalUrl && (
            <a className="link" href={posting.externalUrl} rel="nofollow noopener">
              Apply at the company's own address
            </a>
          )}
        </Notice>
      )}
    </>
  );
}
