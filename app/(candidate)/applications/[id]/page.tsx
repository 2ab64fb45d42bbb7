import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatDay } from "@/app/_parts/dates";
import { idFrom } from "@/app/_parts/id";
import { StoredSheet } from "@/app/_parts/match-sheet/stored-sheet";
import { SentApplication } from "@/app/_parts/sent-application";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { findOwnApplication } from "@/lib/applications/queries/applications";
import { findApplicationSheet } from "@/lib/applications/queries/sheet";
import { isOpen } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { SeeForm } from "../see-form";
import { WithdrawForm } from "../withdraw-form";

export const metadata: Metadata = { title: "Application" };

export default async function ApplicationPage({ params, searchParams }: PageProps<"/applications/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/applications/${id}`);
  const [application, sheet] = await Promise.all([
    findOwnApplication(actor, id),
    findApplicationSheet(actor, id),
  ]);
  if (!application) notFound();
  const { sent, recompute } = await searchParams;
  const { title, companyName, slug, state, replyBy, overdue } = application;
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ href: "/applications", label: "Applications" }]}
        lead={
          <span className="flex flex-wrap items-center gap-x-4">
            {companyName} <ApplicationState state={state} />
            <a className="link" href={`/jobs/${slug}`}>
              View the posting
            </a>
          </span>
        }
      />
      <div className="mb-8 grid gap-3">
        {application.isNews && <SeeForm id={id} />}
        {sent && <Notice tone="success" live title={`Your application was sent to ${companyName}.`} />}
        {state === "submitted" && (
          <Notice tone={overdue ? "warning" : "info"}>
            {overdue
              ? `${companyName} promised an answer by ${formatDay(replyBy)} but has not answered yet. This counts in its public answer rate.`
              : `${companyName} promised an answer by ${formatDay(replyBy)}.`}
          </Notice>
        )}
      </div>
      <DeskPage decision={isOpen(state) && <WithdrawForm id={id} />}>
        <div className="grid gap-10">
          <SentApplication application={application} />
          <StoredSheet
            sheet={sheet}
            path={`/applications/${id}`}
            isRecomputed={recompute !== undefined}
            reader="candidate"
            wanted={application.profile.salary}
          />
        </div>
      </DeskPage>
    </>
  );
}
