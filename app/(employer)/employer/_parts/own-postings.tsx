import { daysBetween } from "@/lib/days";
import { counted } from "@/lib/plural";
import type { listOwnPostings } from "@/lib/postings/queries/own-list";
import { formatPay, formatPeriod } from "@/lib/postings/words";
import { OwnRows } from "./own-rows";

type OwnRow = Awaited<ReturnType<typeof listOwnPostings>>["postings"][number];

/** A company's postings, a row each, with what their company looks for first. */
export function OwnPostings({ postings, now }: { postings: readonly OwnRow[]; now: Date }) {
  return (
    <OwnRows
      rows={postings.map(({ id, title, pay, state, live, expiresAt, ...posting }) => ({
        id,
        title: title || "Untitled posting",
        pay: pay ? `${formatPay(pay)} ${formatPeriod(pay.period)}` : "Pay not stated",
        standing: posting.standing,
        closeReason: posting.closeReason,
        isSentBack: posting.isSentBack,
        isUnconfirmed: live && posting.isUnconfirmed,
        left: live && expiresAt ? `${counted(Math.ceil(daysBetween(now, expiresAt)), "day")} left` : null,
        views: state === "draft" || state === "in_review" ? null : posting.views,
        applications: posting.applications,
        unanswered: posting.unanswered,
        overdue: posting.overdue,
      }))}
    />
  );
}
