import { formatDay } from "@/app/_parts/dates";
import { StatusMark } from "@/app/_ui/status-mark";

type Standing = { disabledAt: Date | null; failingSince: Date | null; lastTriedAt: Date | null };

/** How a webhook is doing, in a word. */
export function WebhookState({ of: { disabledAt, failingSince, lastTriedAt } }: { of: Standing }) {
  if (disabledAt) return <StatusMark tone="bad">Stopped on {formatDay(disabledAt)}</StatusMark>;
  if (failingSince)
    return <StatusMark tone="warning">Every request has failed since {formatDay(failingSince)}</StatusMark>;
  return lastTriedAt ? (
    <StatusMark tone="good">Works</StatusMark>
  ) : (
    <StatusMark tone="neutral">Nothing sent yet</StatusMark>
  );
}
