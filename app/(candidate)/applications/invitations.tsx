import { formatAge } from "@/app/_parts/dates";
import { Queue } from "@/app/_ui/queue";
import { StatusMark } from "@/app/_ui/status-mark";
import type { listOwnInvitations } from "@/lib/invitations/queries";
import { DeclineForm } from "./decline-form";

type Invitation = Awaited<ReturnType<typeof listOwnInvitations>>[number];

/** What companies asked the candidate to apply to, and no application came of. Nothing where there is none. */
export function Invitations({ invitations, time }: { invitations: Invitation[]; time: Date }) {
  if (invitations.length === 0) return null;
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-md font-semibold">Invitations</h2>
        <p className="text-sm text-ink-3">Companies see your name only if you apply.</p>
      </div>
      <Queue
        label="Invitations"
        rows={invitations.map(({ id, title, slug, companyName, message, sentAt, declinedAt, live }) => ({
          key: id,
          href: `/jobs/${slug}`,
          title,
          subtitle: companyName,
          state: declinedAt ? (
            <StatusMark tone="neutral">Declined</StatusMark>
          ) : live ? (
            <StatusMark tone="waiting">Invited</StatusMark>
          ) : (
            <StatusMark tone="neutral">Closed</StatusMark>
          ),
          age: formatAge(sentAt, time),
          ageDateTime: sentAt.toISOString(),
          reasons: [
            <span key="words" className="whitespace-pre-wrap">
              “{message}”
            </span>,
            ...(live ? [] : ["This posting no longer accepts applications."]),
          ],
          actions: live && !declinedAt && <DeclineForm id={id} title={title} />,
        }))}
      />
    </section>
  );
}
