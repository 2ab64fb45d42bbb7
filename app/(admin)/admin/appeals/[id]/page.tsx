import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatAge, formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { PostingState } from "@/app/_parts/posting-state";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { PostingDocument } from "@/app/(site)/jobs/[slug]/_parts/posting-document";
import { requireAdmin } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { reasonInWords } from "@/lib/moderation/lists";
import { findAppeal } from "@/lib/moderation/queries/appeals";
import { findPreview } from "@/lib/postings/queries/public";
import { AppealDecisionForm } from "./decision-form";

export const metadata: Metadata = { title: "Appeal" };

const againstWords = { remove: "Removed", freeze: "Frozen" } as const;

export default async function AppealPage({ params }: PageProps<"/admin/appeals/[id]">) {
  const id = idFrom((await params).id);
  const admin = await requireAdmin(`/admin/appeals/${id}`);
  const appeal = await findAppeal(admin, id);
  if (!appeal) notFound();
  const [preview, now] = await Promise.all([findPreview(appeal.postingId), findNow()]);
  const { state, isOwn, hasOther, reasons, decidedAt, isByReports, decisionReasons } = appeal;
  return (
    <>
      <PageHeader
        title={appeal.title || "Untitled posting"}
        crumbs={[
          { href: "/admin", label: "Review" },
          { href: "/admin/appeals", label: "Appeals" },
        ]}
        lead={
          <>
            <PostingState {...appeal} /> {appeal.companyName}
          </>
        }
      />
      <DeskPage
        decision={
          state !== "open" ? (
            <Notice
              title={
                state === "settled" ? "There is nothing to decide any more." : `The decision was ${state}.`
              }
            >
              {reasons && `Reasons: ${reasons}`}
              {decidedAt && <p className="text-sm text-ink-3">{formatDay(decidedAt)}</p>}
            </Notice>
          ) : isOwn ? (
            <Notice
              tone="warning"
              title="This appeal is against your own decision. Another admin decides it."
            >
              {!hasOther && "There is no other admin. Make somebody an admin first."}
            </Notice>
          ) : (
            <AppealDecisionForm id={id} against={appeal.against} />
          )
        }
      >
        <Section title="The appeal" note={formatAge(appeal.at, now)}>
          <p className="whitespace-pre-line">{appeal.words}</p>
        </Section>
        <Section title="The decision" className="mt-10">
          <DataList>
            <DataItem label="What">{againstWords[appeal.against]}</DataItem>
            <DataItem label="Reason">
              {decisionReasons.map(reasonInWords).join(" ") ||
                (isByReports ? "Several people reported it." : undefined)}
            </DataItem>
          </DataList>
          <p className="mt-3">
            <a className="link" href={`/admin/postings/${appeal.postingId}`}>
              See all decisions and the sender
            </a>
          </p>
        </Section>
        <div className="mt-10">
          {preview && <PostingDocument posting={preview} apply={null} isNamed={false} />}
        </div>
      </DeskPage>
    </>
  );
}
