import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import type { listTold } from "@/lib/notifications/queries/told";
import { answerAlertAction } from "./actions";

/** What alerts told of last, each with the reader's word on it, to be said or changed. */
export function ToldList({ told }: { told: Awaited<ReturnType<typeof listTold>> }) {
  return (
    <ul>
      {told.map(({ postingId, title, slug, companyName, sentAt, relevant }) => (
        <li
          key={postingId}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-rule py-2 first:border-t"
        >
          <div className="min-w-0">
            <a href={`/jobs/${slug}`} className="plain-link py-1 font-medium">
              {title}
            </a>
            <p className="text-sm text-ink-3">
              {companyName}, sent on <time dateTime={sentAt.toISOString()}>{formatDay(sentAt)}</time>
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-x-3">
            {relevant !== null && (
              <span className="text-sm text-ink-2">
                {relevant ? "You answered: relevant" : "You answered: not relevant"}
              </span>
            )}
            {([true, false] as const)
              .filter((answer) => answer !== relevant)
              .map((answer) => (
                <ButtonForm
                  key={String(answer)}
                  action={answerAlertAction}
                  values={{ postingId, relevant: answer ? "yes" : "no" }}
                  waiting="Saving…"
                >
                  {answer ? "Relevant" : "Not relevant"}
                  <span className="sr-only"> {title}</span>
                </ButtonForm>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
