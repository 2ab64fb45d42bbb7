import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CountryOptions, SkillOptions } from "@/app/_parts/datalists";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { findCost } from "@/lib/matching/queries/cost";
import { postingForm } from "@/lib/postings/form";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { withRevision } from "@/lib/postings/terms";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { costQuestionOf } from "../../_parts/cost-question";
import { PostingForm } from "../../posting-form";

export const metadata: Metadata = { title: "Edit a posting" };

export default async function EditPostingPage({ params }: PageProps<"/employer/postings/[id]/edit">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/edit`);
  const posting = await findOwnPosting(actor, id);
  if (!posting?.mayWrite) notFound();
  if (posting.state !== "published") redirect(`/employer/postings/${id}`);
  const edited = withRevision(posting);
  const [known, rates, cost] = await Promise.all([
    listResponsibilities(),
    listRates(),
    findCost(actor, costQuestionOf(posting.companyId, edited)),
  ]);
  return (
    <>
      <PageHeader
        title="Edit the posting"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title },
        ]}
        lead="Text, reality card and your promise change at once. A change of pay, requirements or place is public once an admin has approved it. Until then the posting stays as it is."
      />
      {posting.revision && (
        <div className="mb-8">
          <Notice
            title={
              posting.revision.sentBackAt
                ? "This form shows your change that was sent back."
                : "This form shows your change that is in review."
            }
          />
        </div>
      )}
      <SkillOptions />
      <CountryOptions />
      <PostingForm
        companyId={posting.companyId}
        id={id}
        record={formRecord(postingForm(edited))}
        responsibilities={known.map(({ slug, label }) => ({ slug, label }))}
        rates={rates}
        cost={cost}
        isPublished
      />
    </>
  );
}
