import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { type AppealState, appealDays } from "@/lib/moderation/lists";
import { findOwnAppeal } from "@/lib/moderation/queries/appeals";
import { AppealForm } from "./appeal-form";

export const metadata: Metadata = { title: "Appeal" };

const againstWords = { remove: "An admin removed this posting", freeze: "This posting is frozen" } as const;

const stateWords: Record<AppealState, string> = {
  open: "Waiting for another admin",
  upheld: "The decision stays",
  reversed: "The decision was reversed",
  settled: "Not needed any more: the posting was decided about in the meantime",
};

export default async function AppealPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/appeal">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/appeal`);
  const [found, now, { done }] = await Promise.all([findOwnAppeal(actor, id), findNow(), searchParams]);
  if (!found) notFound();
  const { title, against, at, until, reasons, appeal } = found;
  return (
    <>
      <PageHeader
        title="Appeal"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: title || "Untitled posting" },
        ]}
        lead={`An admin who did not make the decision looks at it. You can appeal once, within ${appealDays} days.`}
      />
      <div className="grid gap-10">
        {done && appeal?.state === "open" && (
          <Notice tone="success" live title="Your appeal was sent.">
            We will write to you when it is decided.
          </Notice>
        )}
        <Section title="The decision">
          <DataList>
            <DataItem label="What">{againstWords[against]}</DataItem>
            <DataItem label="When">{formatDay(at)}</DataItem>
            <DataItem label="Reason">
              {reasons.map(({ message }) => message).join(" ") || "Several people reported it."}
            </DataItem>
          </DataList>
        </Section>
        {appeal ? (
          <Section title="Your appeal">
            <DataList>
              <DataItem label="Sent">{formatDay(appeal.at)}</DataItem>
              <DataItem label="What you wrote">
                <span className="whitespace-pre-line">{appeal.words}</span>
              </DataItem>
              <DataItem label="State">{stateWords[appeal.state]}</DataItem>
              {appeal.reasons && <DataItem label="Reasons">{appeal.reasons}</DataItem>}
            </DataList>
          </Section>
        ) : until > now ? (
          <Section title="Your appeal" note={`Until ${formatDay(until)}`}>
            <AppealForm id={id} />
          </Section>
        ) : (
          <Notice title={`The ${appealDays} days in which you could appeal ended on ${formatDay(until)}.`} />
        )}
      </div>
    </>
  );
}
