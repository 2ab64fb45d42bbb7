import type { Metadata } from "next";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { InterviewsAhead } from "@/app/_parts/interviews/ahead";
import { ButtonLink, buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Queue } from "@/app/_ui/queue";
import { ViewLinks } from "@/app/_ui/view-links";
import type { ApplicationState as State } from "@/lib/applications/lists";
import { countOwnApplications, listOwnApplications } from "@/lib/applications/queries/applications";
import { listDrafts } from "@/lib/applications/queries/drafts";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listAhead } from "@/lib/interviews/queries";
import { listOwnInvitations } from "@/lib/invitations/queries";
import { listOffers } from "@/lib/postings/queries/public";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { Drafts } from "./drafts";
import { Invitations } from "./invitations";

export const metadata: Metadata = { title: "Applications" };

export default async function ApplicationsPage({ searchParams }: PageProps<"/applications">) {
  const actor = await requireActor("/applications");
  const { declined, deleted, show, after } = await searchParams;
  const ended = show === "ended";
  const [{ applications, next }, counts, interviews, drafts, invitations, time] = await Promise.all([
    listOwnApplications(actor, { ended, after: isId(after) ? after : undefined }),
    countOwnApplications(actor),
    listAhead(actor, "own"),
    listDrafts(actor),
    listOwnInvitations(actor),
    findNow(),
  ]);
  const offers = await listOffers([...applications, ...invitations].map(({ postingId }) => postingId));
  const at = ended ? "/applications?show=ended" : "/applications";
  const page = (cursor: string) => `${at}${ended ? "&" : "?"}after=${cursor}`;
  return (
    <>
      <PageHeader
        title="Applications"
        lead="The status of each application, and when an answer is due."
        actions={
          <div className="flex flex-wrap gap-x-10">
            <ViewLinks
              label="Which applications"
              views={[
                { href: "/applications", label: `Open (${counts.open})`, isCurrent: !ended },
                { href: "/applications?show=ended", label: `Ended (${counts.ended})`, isCurrent: ended },
              ]}
            />
            {counts.open + counts.ended > 0 && (
              <form method="post" action="/applications/download">
                <button type="submit" className={buttonClass("secondary", "sm")}>
                  Download all as PDF
                </button>
              </form>
            )}
          </div>
        }
      />
      {declined && (
        <div className="mb-6">
          <Notice tone="success" live title="Invitation declined. We have told the company." />
        </div>
      )}
      {deleted && (
        <div className="mb-6">
          <Notice tone="success" live title="Draft deleted." />
        </div>
      )}
      {!ended && <Drafts drafts={drafts} time={time} />}
      {!ended && <InterviewsAhead interviews={interviews} reader="candidate" />}
      {!ended && <Invitations invitations={invitations} offers={offers} time={time} />}
      {applications.length === 0 && !after ? (
        <EmptyState
          title={
            ended
              ? "No application has ended yet"
              : counts.ended > 0
                ? "You have no open applications"
                : "You have not applied yet"
          }
          action={
            <ButtonLink look="primary" href="/jobs">
              Find a role
            </ButtonLink>
          }
        />
      ) : (
        <Queue
          label="Applications"
          rows={applications.map((application) => {
            const { id, title, companyName, state, updatedAt, lastWords, isNews, live } = application;
            const offer = offers.get(application.postingId);
            return {
              key: id,
              href: `/applications/${id}`,
              title,
              subtitle: offer ? `${companyName} · ${formatWhere(offer)}` : companyName,
              figure: offer && `${formatPay(offer.salary)} ${formatPeriod(offer.salary.period)}`,
              state: <ApplicationState state={state} />,
              age: `changed ${formatAge(updatedAt, time)}`,
              ageDateTime: updatedAt.toISOString(),
              reasons: [
                isNews && <span className="font-medium text-accent">New since you last looked.</span>,
                state === "submitted" && dueWords(application, time),
                lastWords && <span className="line-clamp-1">“{lastWords}”</span>,
                !live && !ended && "The posting is no longer live.",
              ].filter((reason) => reason !== false && reason !== null),
              actions: (
                <ButtonLink size="sm" href={`/applications/${id}`}>
                  {application.overdue ? "Wait or withdraw" : actions[state]}
                </ButtonLink>
              ),
            };
          })}
        />
      )}
      <div className="mt-6">
        <Pagination
          shown={applications.length}
          unit="applications"
          nextHref={next ? page(next) : undefined}
          firstHref={after ? at : undefined}
        />
      </div>
    </>
  );
}

/** What the candidate does next with an application in each state. */
const actions: Record<State, string> = {
  submitted: "See it",
  screening: "See it",
  interview: "Read the message",
  offer: "Answer the offer",
  hired: "See it",
  rejected: "Read why",
  withdrawn: "See it",
};

const dueWords = ({ overdue, replyBy }: { overdue: boolean; replyBy: Date }, now: Date) =>
  overdue ? (
    <span className="font-medium text-warn">
      The promised answer is overdue. You can withdraw with one click.
    </span>
  ) : (
    `Answer due ${formatAge(replyBy, now)}.`
  );
