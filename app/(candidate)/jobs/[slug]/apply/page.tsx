import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EvidenceList } from "@/app/_parts/match-sheet/evidence-list";
import { ProfileFacts } from "@/app/_parts/profile-facts";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { findApplicationTo, isReviewBlind } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { counted } from "@/lib/plural";
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
        lead={`${posting.company.name} promises an answer within ${counted(posting.replyDays, "day")}.`}
      />
      {posting.claimed ? (
        <DeskPage
          decision={
            <p className="text-sm text-ink-2">
              Below the form is exactly what {posting.company.name} will see. It will also see{" "}
              <a className="link" href={`/jobs/${slug}#match`}>
                your match sheet
              </a>{" "}
              as it is when you apply. To add something,{" "}
              <a className="link" href="/profile">
                edit your profile
              </a>{" "}
              first.
              {isBlind &&
                " The first review is blind: the company sees your name, contact details and schools only after its first answer."}
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
          {posting.company.name} has no members on Backplane, so we cannot promise an answer.{" "}
          {posting.externalUrl && (
            <a className="link" href={posting.externalUrl} rel="nofollow noopener">
              Apply on the company’s own site
            </a>
          )}
        </Notice>
      )}
    </>
  );
}
