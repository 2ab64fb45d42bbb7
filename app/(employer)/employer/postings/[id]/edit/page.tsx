import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { CountryOptions } from "@/app/_parts/datalists";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { withRevision } from "@/lib/postings/terms";
import { currencyOptions } from "@/lib/taxonomy/home-currency";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { findSavedOutlook } from "../../_parts/outlook";
import { postingRecord } from "../../_parts/posting-record";
import { PostingForm } from "../../posting-form";

export const metadata: Metadata = { title: "Edit a posting" };

export default async function EditPostingPage({ params }: PageProps<"/employer/postings/[id]/edit">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/edit`);
  const posting = await findOwnPosting(actor, id);
  if (!posting?.mayWrite) notFound();
  if (posting.state !== "published") redirect(`/employer/postings/${id}`);
  const record = postingRecord(withRevision(posting), posting.companyCountry);
  const [rates, outlook] = await Promise.all([
    listRates(),
    findSavedOutlook(actor, posting.companyId, { ...record.values, id }),
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
      <CountryOptions />
      <PostingForm
        companyId={posting.companyId}
        id={id}
        record={record}
        rates={rates}
        currencies={currencyOptions(posting.companyCountry)}
        outlook={outlook}
        isPublished
      />
    </>
  );
}
