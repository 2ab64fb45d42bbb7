import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationHistory } from "@/app/_parts/application-history";
import { cursorFrom, idFrom } from "@/app/_parts/id";
import { Interviews } from "@/app/_parts/interviews/interviews";
import { Ledger } from "@/app/_parts/ledger";
import { StoredSheet } from "@/app/_parts/match-sheet/stored-sheet";
import { Messages } from "@/app/_parts/messages";
import { SentApplication } from "@/app/_parts/sent-application";
import { Mark } from "@/app/_ui/mark";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { findOwnApplication } from "@/lib/applications/queries/applications";
import { listMessages } from "@/lib/applications/queries/messages";
import { findReceipt } from "@/lib/applications/queries/receipt";
import { findApplicationSheet } from "@/lib/applications/queries/sheet";
import { isOpen } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listLedger } from "@/lib/events/queries";
import { listInterviews } from "@/lib/interviews/queries";
import { listOffers } from "@/lib/postings/queries/public";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { SeeForm } from "../see-form";
import { latestWords, Standing } from "./_parts/standing";

export const metadata: Metadata = { title: "Application" };

export default async function ApplicationPage({ params, searchParams }: PageProps<"/applications/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/applications/${id}`);
  const [application, sheet, now] = await Promise.all([
    findOwnApplication(actor, id),
    findApplicationSheet(actor, id),
    findNow(),
  ]);
  if (!application) notFound();
  const { sent, recompute, done, before, late } = await searchParams;
  const [ledger, offers, { messages, earlier }, hasReceipt, interviews] = await Promise.all([
    listLedger(application.postingId),
    listOffers([application.postingId]),
    listMessages(actor, id, cursorFrom(before)),
    findReceipt(actor, id).then((receipt) => receipt !== null),
    listInterviews(actor, id),
  ]);
  const changes = ledger.filter(({ at }) => at > application.submittedAt);
  const { title, companyName, slug } = application;
  const offer = offers.get(application.postingId);
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ href: "/applications", label: "Applications" }]}
        lead={
          <span className="flex flex-wrap items-center gap-x-4">
            {companyName}
            <a className="link" href={`/jobs/${slug}`}>
              View the posting
            </a>
            {offer && (
              <span className="block w-full text-base">
                <span className="amount">
                  {formatPay(offer.salary)} {formatPeriod(offer.salary.period)}
                </span>{" "}
                · {formatWhere(offer)}
              </span>
            )}
          </span>
        }
      />
      <div className="mb-8 grid gap-3">
        {application.isNews && <SeeForm id={id} />}
        {sent && <Notice tone="success" live title={`Your application was sent to ${companyName}.`} />}
        {done === "withdrawn" && application.state === "withdrawn" && (
          <Notice tone="success" live title="Your application is withdrawn." />
        )}
        {done === "written" && (
          <Notice tone="success" live title={`Your message was sent to ${companyName}.`} />
        )}
        {done === "answered" && (
          <Notice tone="success" live title={`Your answer was sent to ${companyName}.`} />
        )}
        {done === "restored" && application.state !== "withdrawn" && (
          <Notice tone="success" live title="Your application is open again. The company was not told." />
        )}
      </div>
      <div className="grid gap-10">
        <Standing application={application} now={now} />
        <Interviews
          interviews={interviews}
          reader="candidate"
          isOver={!isOpen(application.state)}
          late={late}
        />
        <Messages
          id={id}
          state={application.state}
          messages={messages}
          earlier={earlier}
          reader="candidate"
          other={companyName}
          at={`/applications/${id}`}
        />
        <ApplicationHistory
          history={application.history}
          shownId={latestWords(application)?.id}
          reader="candidate"
        />
        {changes.length > 0 && (
          <Section title="Changes of the posting since you applied">
            <Ledger entries={changes} />
          </Section>
        )}
        <StoredSheet
          sheet={sheet}
          path={`/applications/${id}`}
          isRecomputed={recompute !== undefined}
          reader="candidate"
          wanted={application.profile.salary}
        />
        <Section
          title="What you sent"
          note={
            hasReceipt && (
              <>
                <a className="link" href={`/applications/${id}/receipt`} download>
                  Download the receipt
                </a>{" "}
                <a className="link" href={`/applications/${id}/receipt?format=pdf`} download>
                  As PDF
                </a>
              </>
            )
          }
        >
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5">
              <Mark name="down" />
              Cover note, answers and profile, as the company sees them
            </summary>
            <div className="pt-4">
              <SentApplication application={{ ...application, email: null }} />
            </div>
          </details>
        </Section>
      </div>
    </>
  );
}
