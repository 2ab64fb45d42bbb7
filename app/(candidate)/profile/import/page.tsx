import type { Metadata } from "next";
import { ProvenText } from "@/app/_parts/proven-text";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findProfile } from "@/lib/profiles/queries/profile";
import { findResumeDraft } from "@/lib/profiles/queries/resume";
import { reviewOf } from "@/lib/profiles/resume/review";
import { DiscardForm } from "./discard-form";
import { ReviewForm } from "./review-form";
import { UploadForm } from "./upload-form";

export const metadata: Metadata = { title: "Import a résumé" };

export default async function ImportPage({ searchParams }: PageProps<"/profile/import">) {
  const actor = await requireActor("/profile/import");
  const [draft, profile, { discarded }] = await Promise.all([
    findResumeDraft(actor),
    findProfile(actor),
    searchParams,
  ]);
  const crumbs = [{ href: "/profile", label: "Profile" }];
  if (!draft)
    return (
      <>
        <PageHeader
          title="Import a résumé"
          crumbs={crumbs}
          lead="We read your résumé into jobs, education, projects and skills. You can check and correct everything before it is saved. We do not store the file."
        />
        {discarded && (
          <div className="mb-6">
            <Notice tone="success" live title="Discarded. Nothing was saved." />
          </div>
        )}
        <UploadForm />
      </>
    );
  const { shown, proofs } = reviewOf(draft.reading, { name: actor.name, profile });
  return (
    <>
      <PageHeader
        title="Check your résumé"
        crumbs={crumbs}
        lead="Untick what is wrong and correct what is not quite right. Nothing is saved until you import it. We did not store the file, and we delete this draft when you are done or after a day."
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <div className="grid min-w-0 content-start gap-10">
          {proofs.length === 0 ? (
            <EmptyState title="We recognised nothing in this text">
              Headings such as “Experience”, “Education” and “Skills” help. You can also fill in your profile
              by hand.
            </EmptyState>
          ) : (
            <ReviewForm shown={shown} email={actor.email} />
          )}
          <DiscardForm />
        </div>
        <ProvenText text={draft.text} proofs={proofs} scrolls />
      </div>
    </>
  );
}
