import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { PostingDocument } from "@/app/(site)/jobs/[slug]/_parts/posting-document";
import { requireActor } from "@/lib/auth/session";
import { plural } from "@/lib/plural";
import { payInWords, payQuestion } from "@/lib/postings/pay";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { findPreview } from "@/lib/postings/queries/public";
import { missingToPublish } from "@/lib/postings/rules";
import { findRate } from "@/lib/taxonomy/queries/rates";

export const metadata: Metadata = { title: "Preview" };

export default async function PreviewPage({ params }: PageProps<"/employer/postings/[id]/preview">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/preview`);
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  const missing = missingToPublish(posting);
  const preview = await findPreview(posting.id);
  const rate = posting.pay && (await findRate(posting.pay.currency, "salaryCurrency"));
  return (
    <>
      <PageHeader
        title="Preview"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title || "Untitled posting" },
        ]}
        lead={posting.live ? "What visitors see now." : "What visitors see when the posting is live."}
      />
      {missing.length > 0 && (
        <div className="mb-8">
          <Notice tone="warning" title="This posting cannot be published yet">
            <ul className="list-disc pl-4">
              {missing.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {posting.pay && rate && (
        <div className="mb-8">
          <Notice title={`We understand the pay as ${payInWords(posting.pay, rate)}.`}>
            {payQuestion(posting.pay)}
          </Notice>
        </div>
      )}
      {preview && (
        <PostingDocument
          posting={preview}
          questions={posting.questions}
          apply={<PreviewOfApply days={preview.replyDays} />}
        />
      )}
    </>
  );
}

/** Where the way to apply is on the public page. It is no link, since nobody applies to a preview. */
const PreviewOfApply = ({ days }: { days: number }) => (
  <div className="grid gap-3">
    <span className="border border-dashed border-control px-4 py-2.5 text-center text-ink-2">
      Candidates apply here
    </span>
    <p className="text-sm text-ink-2">
      You promise an answer within <span className="font-medium tabular-nums text-ink">{days}</span>{" "}
      {plural(days, "day")}.
    </p>
  </div>
);
