import { formatDay } from "@/app/_parts/dates";
import { Unstated } from "@/app/_ui/data-list";
import { StatusMark } from "@/app/_ui/status-mark";

/** The state of an invitation: none, not answered yet, or declined. */
export function InvitationState({
  invitedAt,
  declinedAt,
}: {
  invitedAt: Date | null;
  declinedAt: Date | null;
}) {
  if (declinedAt) return <StatusMark tone="bad">Declined, {formatDay(declinedAt)}</StatusMark>;
  if (invitedAt) return <StatusMark tone="waiting">Invited, {formatDay(invitedAt)}</StatusMark>;
  return <Unstated>not invited</Unstated>;
}
