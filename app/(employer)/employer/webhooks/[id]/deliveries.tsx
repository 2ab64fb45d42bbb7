import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay, formatTime } from "@/app/_parts/dates";
import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import type { DeliveryState } from "@/lib/webhooks/lists";
import type { findWebhook } from "@/lib/webhooks/queries";
import { pauseAfter } from "@/lib/webhooks/rules";
import { stateWords, tryInWords, typeWords } from "@/lib/webhooks/words";
import { sendAgainAction } from "../actions";

type Webhook = NonNullable<Awaited<ReturnType<typeof findWebhook>>>;

const tones: Record<DeliveryState, StatusTone> = { waiting: "waiting", delivered: "good", failed: "bad" };

const moment = (date: Date) => `${formatDay(date)} at ${date.toISOString().slice(11, 19)} UTC`;

/** When a delivery that failed is tried again; null where it is not, or is on its way. */
function nextTry({ state, tries }: Webhook["deliveries"][number]): Date | null {
  const last = tries.at(-1);
  const pause = pauseAfter(tries.length);
  return state === "waiting" && last && pause !== null
    ? new Date(new Date(last.at).getTime() + pause * 60_000)
    : null;
}

/** What was sent to a webhook, newest first, with every try. */
export function Deliveries({ of: { id, companyId, disabledAt, deliveries } }: { of: Webhook }) {
  return (
    <ul className="border-t border-rule">
      {deliveries
        .map((one) => ({ ...one, next: disabledAt ? null : nextTry(one) }))
        .map((one) => (
          <li
            key={one.id}
            className="grid items-start gap-x-8 gap-y-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <p>
                <span className="font-medium">{typeWords[one.type]}</span>{" "}
                <span className="text-sm text-ink-3">
                  on {formatDay(one.createdAt)} at {formatTime(one.createdAt)}
                </span>
              </p>
              <StatusMark tone={tones[one.state]}>{stateWords[one.state]}</StatusMark>
              <ol className="mt-1 text-sm text-ink-2">
                {one.tries.map((tried) => (
                  <li key={tried.at} className="break-words">
                    {moment(new Date(tried.at))}, {tried.ms.toLocaleString("en")} ms: {tryInWords(tried)}
                  </li>
                ))}
              </ol>
              {one.next && <p className="text-sm text-ink-2">We try again on {moment(one.next)}.</p>}
              <p className="mt-1 text-sm text-ink-3 break-all">webhook-id: {one.id}</p>
            </div>
            {!disabledAt && (
              <ButtonForm
                action={sendAgainAction}
                values={{ companyId, id, deliveryId: one.id }}
                waiting="Sending…"
              >
                Send again
                <span className="sr-only"> what was sent on {moment(one.createdAt)}</span>
              </ButtonForm>
            )}
          </li>
        ))}
    </ul>
  );
}
