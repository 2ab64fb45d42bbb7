import { AppliedMark } from "@/app/_parts/applied-mark";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatAge } from "@/app/_parts/dates";
import { PostingState } from "@/app/_parts/posting-state";
import { markPostingAction } from "@/app/_parts/search/actions";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { Pagination } from "@/app/_ui/pagination";
import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import { type AppliedTo, listApplicationsTo } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { findNow } from "@/lib/clock";
import { formRecord } from "@/lib/forms/changes";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { noteForm } from "@/lib/saved/form";
import { hasReminders, listSavedPostings, type SavedPosting } from "@/lib/saved/queries/postings";
import { resumeRemindersAction, stopRemindersAction } from "./actions";
import { NoteForm } from "./note-form";

const noTitle = "A posting that was removed";

/** One page of what the actor saved, with what is public of those that are open, and their own applications. */
export async function readSavedPostings(actor: Actor, after: string | undefined) {
  const [{ postings, next }, isReminded, now] = await Promise.all([
    listSavedPostings(actor, after),
    hasReminders(actor),
    findNow(),
  ]);
  const [open, applied] = await Promise.all([
    listPostingsByIds(postings.flatMap(({ id, live }) => (live ? [id] : []))),
    listApplicationsTo(
      actor,
      postings.map(({ id }) => id),
    ),
  ]);
  return { postings, next, isFirst: after === undefined, isReminded, now, open, applied };
}

/** The postings that someone saved, with their notes; those that are over say so. */
export function SavedPostings({
  postings,
  next,
  isFirst,
  isReminded,
  now,
  open,
  applied,
}: Awaited<ReturnType<typeof readSavedPostings>>) {
  const shown = new Map(open.map((posting) => [posting.id, posting]));
  return (
    <Section title="Postings">
      {postings.length === 0 ? (
        <EmptyState title="You have no saved postings">
          Press the star on a posting to save it. You can add a note, and we will e-mail you three days before
          it closes.
        </EmptyState>
      ) : (
        <>
          <ul className="border-t border-rule">
            {postings.map((saved) => (
              <SavedPostingRow
                key={saved.id}
                saved={saved}
                posting={shown.get(saved.id)}
                application={applied.get(saved.id)}
                now={now}
              />
            ))}
          </ul>
          <Reminders isOn={isReminded} />
        </>
      )}
      <Pagination
        shown={postings.length}
        unit="saved postings"
        nextHref={next ? `/saved?after=${next}` : undefined}
        firstHref={isFirst ? undefined : "/saved"}
      />
    </Section>
  );
}

function SavedPostingRow({
  saved: { id, slug, title, companyName, note, ...saved },
  posting,
  application,
  now,
}: {
  saved: SavedPosting;
  posting: ListedPosting | undefined;
  application: AppliedTo | undefined;
  now: Date;
}) {
  const name = title || noTitle;
  // One that is out of sight for now, such as a frozen one, has none.
  const hasPage = saved.live || saved.state !== "published";
  return (
    <li id={id} className="grid gap-x-8 gap-y-1 border-b border-rule py-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="text-md font-semibold break-words">
          {hasPage ? (
            <a href={`/jobs/${slug}`} className="plain-link py-1">
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        <p className="text-ink-2">
          {[companyName, posting && formatWhere(posting)].filter(Boolean).join(" · ")}
        </p>
        {application && <AppliedMark application={application} now={now} />}
      </div>
      <div className="md:text-right">
        {posting && (
          <p>
            <span className="amount">{formatPay(posting.salary)}</span>{" "}
            <span className="text-xs text-ink-3">{formatPeriod(posting.salary.period)}</span>
          </p>
        )}
        {posting ? (
          <p className="text-sm text-ink-3">
            Closes <time dateTime={posting.expiresAt}>{formatAge(new Date(posting.expiresAt), now)}</time>
          </p>
        ) : saved.state === "published" ? (
          <StatusMark tone="warning">Not live</StatusMark>
        ) : (
          <PostingState {...saved} standing={saved.state} />
        )}
      </div>
      {note && <p className="max-w-measure break-words whitespace-pre-line md:col-span-2">{note}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 md:col-span-2">
        <div className="min-w-0 flex-1">
          <NoteForm
            postingId={id}
            title={name}
            hasNote={note !== ""}
            record={formRecord(noteForm({ note }))}
          />
        </div>
        <ButtonForm
          action={markPostingAction}
          values={{ remove: id }}
          look="quiet"
          buttonClassName="sm:-mx-3"
          waiting="Removing…"
        >
          Remove<span className="sr-only"> {name}</span>
        </ButtonForm>
      </div>
    </li>
  );
}

/** After a removal: what was removed, and the way back. */
export function RemovedNotice({ removed: { id, title } }: { removed: { id: string; title: string } }) {
  return (
    <div className="mb-6">
      <Notice tone="success" live title={`Removed from your saved postings: ${title || noTitle}`}>
        <ButtonForm action={markPostingAction} values={{ save: id }} className="mt-2" waiting="Saving…">
          Undo
        </ButtonForm>
      </Notice>
    </div>
  );
}

function Reminders({ isOn }: { isOn: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 pt-2 text-sm text-ink-3">
      <span>
        {isOn
          ? "We e-mail you three days before one of them closes."
          : "You get no e-mails before they close."}
      </span>
      <ButtonForm
        action={isOn ? stopRemindersAction : resumeRemindersAction}
        look="quiet"
        buttonClassName="sm:-mx-3"
        waiting="Saving…"
      >
        {isOn ? "Stop reminders" : "Remind me"}
      </ButtonForm>
    </div>
  );
}
