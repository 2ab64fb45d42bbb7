import { ApplicationState } from "@/app/_parts/application-state";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatAge, formatDay, formatTime } from "@/app/_parts/dates";
import { Reasons } from "@/app/_parts/reasons";
import { ButtonLink } from "@/app/_ui/button";
import { Section } from "@/app/_ui/section";
import type { ApplicationState as State } from "@/lib/applications/lists";
import type { findOwnApplication } from "@/lib/applications/queries/applications";
import { isOpen, undoUntil } from "@/lib/applications/rules";
import { restoreApplicationAction, withdrawApplicationAction } from "../../actions";

export type Application = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;

/** Where an application stands: the state, the company's latest words, what happens next and until when, and what the candidate can do. */
export function Standing({ application, now }: { application: Application; now: Date }) {
  const { id, state, overdue, companyName } = application;
  const latest = latestWords(application);
  const canUndo = state === "withdrawn" && isUndoable(application, now);
  return (
    <Section title="Where it stands" note={<ApplicationState state={state} />}>
      <div className="grid gap-4">
        {latest && (
          <figure className="grid gap-1">
            <figcaption className="text-sm text-ink-3">
              {companyName} wrote on {formatDay(latest.at)}
            </figcaption>
            <blockquote className="grid gap-2 border-l-2 border-rule pl-4">
              <Reasons reasons={latest.reasons} />
              {latest.message && <p className="max-w-measure whitespace-pre-wrap">{latest.message}</p>}
            </blockquote>
          </figure>
        )}
        <p className="max-w-measure">{nextStep(application, now)}</p>
        <div className="flex flex-wrap gap-3">
          {overdue && (
            <ButtonForm
              action={withdrawApplicationAction}
              values={{ id }}
              look="danger"
              size="md"
              waiting="Withdrawing…"
            >
              Withdraw now
            </ButtonForm>
          )}
          {isOpen(state) && !overdue && (
            <ButtonLink href={`/applications/${id}/withdraw`}>Withdraw…</ButtonLink>
          )}
          {canUndo && (
            <ButtonForm
              action={restoreApplicationAction}
              values={{ id }}
              look="primary"
              size="md"
              waiting="Restoring…"
            >
              Undo the withdrawal
            </ButtonForm>
          )}
          {(state === "rejected" || (state === "withdrawn" && !canUndo)) && (
            <ButtonLink href="/matches">Find another role</ButtonLink>
          )}
        </div>
      </div>
    </Section>
  );
}

/** The newest words or reasons of the company. */
export const latestWords = ({ history }: Pick<Application, "history">) =>
  history.findLast(
    ({ to, message, reasons }) => (message !== "" || reasons.length > 0) && to !== "withdrawn",
  );

const isUndoable = ({ withdrawnAt, withdrawalToldAt }: Application, now: Date) =>
  withdrawnAt !== null && withdrawalToldAt === null && now < undoUntil(withdrawnAt);

/** What happens next, and until when. */
function nextStep(application: Application, now: Date): string {
  const { companyName, replyBy, overdue, withdrawnAt } = application;
  const steps: Record<State, string> = {
    submitted: overdue
      ? `${companyName} promised an answer by ${formatDay(replyBy)} but has not answered yet. This counts in its public answer rate. You can wait for a late answer, or withdraw with one click.`
      : `${companyName} promised an answer by ${formatDay(replyBy)}, ${formatAge(replyBy, now)}. You do not have to do anything until then.`,
    screening: `${companyName} is reviewing your application. You do not have to do anything now.`,
    interview: `${companyName} would like to talk to you. Its message says what happens next.`,
    offer: `${companyName} has made you an offer. Its message says how to answer.`,
    hired: "You were hired. Congratulations on your new role.",
    rejected: "This application is over.",
    withdrawn:
      withdrawnAt && isUndoable(application, now)
        ? `You withdrew this application. You can undo this until ${formatTime(undoUntil(withdrawnAt))}. After that we tell ${companyName}.`
        : "You withdrew this application. You can apply to a posting only once.",
  };
  return steps[application.state];
}
