import type { Metadata } from "next";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Queue } from "@/app/_ui/queue";
import { listOwnApplications } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listOwnInvitations } from "@/lib/invitations/queries";
import { Invitations } from "./invitations";

export const metadata: Metadata = { title: "Applications" };

export default async function ApplicationsPage({ searchParams }: PageProps<"/applications">) {
  const actor = await requireActor("/applications");
  const [applications, invitations, time, { declined }] = await Promise.all([
    listOwnApplications(actor),
    listOwnInvitations(actor),
    findNow(),
    searchParams,
  ]);
  return (
    <>
      <PageHeader title="Applications" lead="The status of each application, and when an answer is due." />
      {declined && (
        <div className="mb-6">
          <Notice tone="success" live title="Invitation declined. We have told the company." />
        </div>
      )}
      {applications.length === 0 ? (
        <EmptyState
          title="You have not applied yet"
          action={
            <ButtonLink look="primary" href="/jobs">
              Find a role
            </ButtonLink>
          }
        />
      ) : (
        <Queue
          label="Applications"
          rows={applications.map(
            ({ id, title, companyName, state, submittedAt, replyBy, overdue, live, isNews }) => ({
              key: id,
              href: `/applications/${id}`,
              title,
              subtitle: companyName,
              state: <ApplicationState state={state} />,
              age: `sent ${formatAge(submittedAt, time)}`,
              ageDateTime: submittedAt.toISOString(),
              reasons: [
                isNews && <span className="font-medium text-accent">New since you last looked.</span>,
                state === "submitted" &&
                  (overdue ? "The promised answer is overdue." : `Answer due ${formatAge(replyBy, time)}.`),
                !live && "The posting is no longer live.",
              ].filter((reason) => reason !== false),
            }),
          )}
        />
      )}
      <div className="mt-10">
        <Invitations invitations={invitations} time={time} />
      </div>
    </>
  );
}
