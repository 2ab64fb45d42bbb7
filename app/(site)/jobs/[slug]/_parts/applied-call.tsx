import type { ReactNode } from "react";
import { ApplicationState } from "@/app/_parts/application-state";
import { formatAge, formatDay } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { type AppliedTo, findApplicationTo } from "@/lib/applications/queries/applications";
import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";

/** The reader's own application to the posting, with the way to it; `children` for those who have not applied. */
export async function AppliedCall({ postingId, children }: { postingId: string; children?: ReactNode }) {
  const actor = await currentActor();
  const application = actor && (await findApplicationTo(actor, postingId));
  if (!application) return children;
  const { id, state, submittedAt } = application;
  const now = await findNow();
  return (
    <div className="grid gap-3">
      <ApplicationState state={state} applied={formatAge(submittedAt, now)} />
      <ButtonLink href={`/applications/${id}`} look="primary" className="w-full">
        See your application
      </ButtonLink>
      <p className="text-sm text-ink-2">{nextStep(application, now)}</p>
    </div>
  );
}

function nextStep({ state, answeredAt, replyBy }: AppliedTo, now: Date): string {
  if (state === "withdrawn") return "You withdrew your application. You can apply to a posting only once.";
  if (answeredAt) return "The company has answered you.";
  return replyBy < now
    ? `An answer was due by ${formatDay(replyBy)}.`
    : `The company promised an answer by ${formatDay(replyBy)}.`;
}
