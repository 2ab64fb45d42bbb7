import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { Section } from "@/app/_ui/section";
import { formRecord } from "@/lib/forms/changes";
import { scheduleForm } from "@/lib/postings/form";
import { canExtend, extendedEnd } from "@/lib/postings/life";
import type { OwnPosting } from "@/lib/postings/queries/own";
import {
  copyPostingAction,
  extendPostingAction,
  pausePostingAction,
  resumePostingAction,
  takePostingBackAction,
} from "../actions";
import { ScheduleForm } from "./schedule-form";

/** What an owner or recruiter can do with a posting besides writing it, by where it stands. */
export function Life({ posting }: { posting: OwnPosting }) {
  const { id, standing } = posting;
  const isScheduled = standing === "scheduled";
  const isOpen = standing === "live" || standing === "unconfirmed";
  return (
    <>
      {(standing === "draft" || standing === "in_review" || isScheduled) && (
        <ScheduleForm id={id} record={formRecord(scheduleForm(posting))} isApproved={isScheduled} />
      )}
      <Section title="More" className="mt-10">
        {(isOpen || standing === "paused") && posting.expiresAt && (
          <p className="mb-4">
            Open until {formatDay(posting.expiresAt)}
            {posting.confirmedAt && `, last confirmed on ${formatDay(posting.confirmedAt)}`}.
          </p>
        )}
        <div className="flex flex-wrap gap-3">
          {(standing === "in_review" || isScheduled) && (
            <ButtonForm action={takePostingBackAction} values={{ id }} size="md" waiting="Taking back…">
              {isScheduled ? "Take back" : "Take back from review"}
            </ButtonForm>
          )}
          {isOpen && (
            <ButtonForm action={pausePostingAction} values={{ id }} size="md" waiting="Pausing…">
              Pause
            </ButtonForm>
          )}
          {standing === "paused" && (
            <ButtonForm
              action={resumePostingAction}
              values={{ id }}
              look="primary"
              size="md"
              waiting="Resuming…"
            >
              Resume
            </ButtonForm>
          )}
          {(isOpen || standing === "paused") && posting.publishedAt && canExtend(posting) && (
            <ButtonForm action={extendPostingAction} values={{ id }} size="md" waiting="Extending…">
              Extend until {formatDay(extendedEnd(posting.publishedAt))}
            </ButtonForm>
          )}
          <ButtonForm action={copyPostingAction} values={{ id }} size="md" waiting="Copying…">
            Copy as a new draft
          </ButtonForm>
          {standing === "draft" && (
            <ButtonLink look="danger" href={`/employer/postings/${id}/delete`}>
              Delete draft
            </ButtonLink>
          )}
          {(isOpen || standing === "paused") && (
            <ButtonLink look="danger" href={`/employer/postings/${id}/close`}>
              Close the posting
            </ButtonLink>
          )}
        </div>
      </Section>
    </>
  );
}
