import { formatAge, formatDay } from "@/app/_parts/dates";
import { Queue, type QueueRow } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import type { listWaiting } from "@/lib/applications/queries/applications";
import type { listNeeds, Need } from "@/lib/postings/queries/own-list";
import { present } from "@/lib/present";
import { applicantName } from "../postings/[id]/applicants/_parts/applicant-name";

type Waiting = Awaited<ReturnType<typeof listWaiting>>["applicants"];
type NeedRow = Awaited<ReturnType<typeof listNeeds>>[number];

const mostOverdue = 5;

/** What waits for the company, most pressing first: overdue answers by name, then postings. Nothing where nothing waits. */
export function Needs({
  needs,
  applicants,
  now,
}: {
  needs: readonly NeedRow[];
  /** Those who wait for a first answer, the one due first at the front. */
  applicants: Waiting;
  now: Date;
}) {
  const overdue = applicants.filter(({ overdue }) => overdue);
  const rows: QueueRow[] = [
    ...overdue.slice(0, mostOverdue).map((applicant) => ({
      key: applicant.id,
      href: `/employer/postings/${applicant.postingId}/applicants/${applicant.id}`,
      title: `Answer ${applicantName(applicant)}`,
      subtitle: applicant.title,
      state: <StatusMark tone="bad">Overdue</StatusMark>,
      age: `due ${formatAge(applicant.replyBy, now)}`,
      ageDateTime: applicant.replyBy.toISOString(),
    })),
    ...needs.map((posting) => rowOf(posting, now)),
  ];
  if (rows.length === 0) return null;
  return (
    <Section
      title="Waiting for you"
      note={
        applicants.length > 0 && (
          <a className="link" href="/employer/applicants">
            {overdue.length > mostOverdue
              ? `All who wait for an answer, ${overdue.length - mostOverdue} more of them overdue`
              : "All who wait for an answer"}
          </a>
        )
      }
    >
      <Queue label="Waiting for you" rows={rows} />
    </Section>
  );
}

function rowOf({ id, title, need, confirmedAt, expiresAt, canExtend }: NeedRow, now: Date): QueueRow {
  const kinds: Record<Need, Omit<QueueRow, "key" | "href" | "subtitle">> = {
    sent_back: {
      title: "Change what the review asked for",
      state: <StatusMark tone="warning">Changes requested</StatusMark>,
      age: "",
    },
    revision_sent_back: {
      title: "Look at the change that was sent back",
      state: <StatusMark tone="warning">Changes requested</StatusMark>,
      age: "",
    },
    confirm: {
      title: "Confirm that this is still open",
      state: <StatusMark tone="warning">Not confirmed</StatusMark>,
      age: confirmedAt ? formatAge(confirmedAt, now) : "",
    },
    ending: {
      title: canExtend ? "Extend or close this posting" : "This posting ends soon",
      state: <StatusMark tone="waiting">Ends soon</StatusMark>,
      age: expiresAt ? formatDay(expiresAt) : "",
    },
  };
  return {
    key: id,
    href: `/employer/postings/${id}`,
    subtitle: title || "Untitled posting",
    ...kinds[present(need)],
  };
}
