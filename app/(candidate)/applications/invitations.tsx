import { formatAge } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { Queue } from "@/app/_ui/queue";
import { StatusMark } from "@/app/_ui/status-mark";
import type { listOwnInvitations } from "@/lib/invitations/queries";
import { arrivingFrom } from "@/lib/postings/arrival";
import type { Offer } from "@/lib/postings/queries/public";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { DeclineForm } from "./decline-form";

type Invitation = Awaited<ReturnType<typeof listOwnInvitations>>[number];

/** What companies asked the candidate to apply to, and no application came of. Nothing where there is none. */
export function Invitations({
  invitations,
  offers,
  time,
}: {
  invitations: Invitation[];
  offers: ReadonlyMap<string, Offer>;
  time: Date;
}) {
  if (invitations.length === 0) return null;
  return (
    <section className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="text-md font-semibold">Invitations</h2>
        <p className="text-sm text-ink-3">Companies see your name only if you apply.</p>
      </div>
      <Queue
        label="Invitations"
        rows={invitations.map(
          ({ id, postingId, title, slug, companyName, memberName, message, sentAt, declinedAt, live }) => {
            const offer = offers.get(postingId);
            return {
              key: id,
              href: arrivingFrom(`/jobs/${slug}`, "invitation"),
              title,
              subtitle: offer ? `${companyName} · ${formatWhere(offer)}` : companyName,
              figure: offer && `${formatPay(offer.salary)} ${formatPeriod(offer.salary.period)}`,
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
                  {memberName ?? companyName} wrote: “{message}”
                </span>,
                ...(live ? [] : ["This posting no longer accepts applications."]),
              ],
              actions: live && !declinedAt && (
                <>
                  <ButtonLink
                    look="primary"
                    size="sm"
                    href={arrivingFrom(`/jobs/${slug}/apply`, "invitation")}
                  >
                    Apply
                  </ButtonLink>
                  <DeclineForm id={id} title={title} />
                </>
              ),
            };
          },
        )}
      />
    </section>
  );
}
