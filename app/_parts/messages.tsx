import { Section } from "@/app/_ui/section";
import type { ApplicationState } from "@/lib/applications/lists";
import type { Message } from "@/lib/applications/queries/messages";
import { canWrite } from "@/lib/applications/rules";
import { formatDay, formatTime } from "./dates";
import { MessageForm } from "./message-form";

/**
 * What candidate and company wrote to each other, and the field to write more: one view for both sides. `other` is the name of the other side,
 * `at` the page's own address.
 */
export function Messages({
  id,
  state,
  messages,
  earlier,
  reader,
  other,
  at,
}: {
  id: string;
  state: ApplicationState;
  messages: readonly Message[];
  earlier: number | null;
  reader: "candidate" | "company";
  other: string;
  at: string;
}) {
  return (
    <Section id="messages" title="Messages">
      <div className="grid gap-5">
        {earlier !== null && (
          <a className="link" href={`${at}?before=${earlier}#messages`}>
            Earlier messages
          </a>
        )}
        {messages.length === 0 ? (
          <p className="text-ink-3">No messages yet.</p>
        ) : (
          <ol aria-label="Messages" className="grid gap-4">
            {messages.map(({ id, fromCompany, memberName, text, at }) => {
              const isOwnSide = fromCompany === (reader === "company");
              return (
                <li key={id} className={`border-l-2 pl-4 ${isOwnSide ? "border-rule" : "border-accent"}`}>
                  <p className="text-sm text-ink-3">
                    <span className="font-medium text-ink-2">
                      {isOwnSide ? (memberName ?? "You") : other}
                    </span>{" "}
                    <time dateTime={at.toISOString()}>
                      {formatDay(at)}, {formatTime(at)}
                    </time>
                  </p>
                  <p className="max-w-measure break-words whitespace-pre-wrap">{text}</p>
                </li>
              );
            })}
          </ol>
        )}
        {canWrite(state) ? (
          <MessageForm id={id} reader={reader} other={other} />
        ) : (
          <p className="text-sm text-ink-3">This application has ended, so no more messages can be sent.</p>
        )}
      </div>
    </Section>
  );
}
