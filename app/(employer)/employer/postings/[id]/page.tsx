import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CountryOptions, SkillOptions } from "@/app/_parts/datalists";
import { idFrom } from "@/app/_parts/id";
import { LookTwice } from "@/app/_parts/look-twice";
import { PostingState } from "@/app/_parts/posting-state";
import { ButtonLink } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listRisks } from "@/lib/moderation/queries";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { ClosePosting } from "../close-form";
import { PostingForm } from "../posting-form";

export const metadata: Metadata = { title: "Posting" };

export default async function OwnPostingPage({ params, searchParams }: PageProps<"/employer/postings/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}`);
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  const { saved, submitted } = await searchParams;
  const [duties, rates] =
    posting.state === "draft" ? await Promise.all([listResponsibilities(), listRates()]) : [[], []];
  const risks = posting.state === "in_review" ? await listRisks(actor, id) : [];
  return (
    <>
      <PageHeader
        title={posting.title || "Without a title"}
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead={<PostingState {...posting} />}
        actions={
          <>
            <ButtonLink href={`/employer/postings/${id}/preview`}>Preview</ButtonLink>
            {posting.state !== "draft" && posting.state !== "in_review" && (
              <ButtonLink href={`/employer/postings/${id}/applicants`}>Applicants</ButtonLink>
            )}
            {posting.live && <ButtonLink href={`/jobs/${posting.slug}`}>Public page</ButtonLink>}
          </>
        }
      />
      <div className="mb-8 grid gap-3">
        {saved && posting.state === "draft" && <Notice tone="success" live title="The draft is kept." />}
        {submitted && posting.state === "in_review" && (
          <Notice tone="success" live title="It is handed in.">
            An admin reads it before it goes live, and you hear by e-mail. Until then it cannot be edited.
          </Notice>
        )}
        <LookTwice title="Whoever reviews it looks twice at this" risks={risks} />
        {posting.state === "draft" && posting.sentBack && (
          <Notice tone="warning" title="It came back from review. Please mend:">
            <ul className="mt-1 list-disc pl-5">
              {posting.sentBack.map(({ field, message }) => (
                <li key={field + message}>
                  <span className="font-medium">{field}</span>: {message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {posting.state === "draft" ? (
        <>
          <SkillOptions />
          <CountryOptions />
          <PostingForm
            companyId={posting.companyId}
            posting={posting}
            responsibilities={duties.map(({ slug, label }) => ({ slug, label }))}
            currencies={rates.map(({ currency }) => currency)}
          />
        </>
      ) : (
        posting.state === "published" && <ClosePosting id={posting.id} />
      )}
    </>
  );
}
