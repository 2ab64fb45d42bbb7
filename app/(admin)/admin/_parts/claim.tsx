import { ButtonForm } from "@/app/_parts/button-form";
import { formatTime } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import type { Claim, Waiting } from "@/lib/moderation/queries/queue";
import { takeOverAction } from "../actions";

const until = (claim: Claim) => formatTime(new Date(claim.until));

/** Who reviews something until when, for an admin to read. */
export const claimWords = (claim: Claim, admin: { userId: string }) =>
  `${claim.adminId === admin.userId ? "You are" : `${claim.name} is`} reviewing it until ${until(claim)}.`;

/** Says that another admin is reviewing something, with the way to take the review over; nothing where it is one's own. */
export function ClaimNotice({
  adminId,
  claim,
  ...review
}: Waiting & { adminId: string; claim: Claim | null }) {
  if (!claim || claim.adminId === adminId) return null;
  return (
    <Notice tone="warning" title={`${claim.name} is reviewing this until ${until(claim)}`}>
      <ButtonForm action={takeOverAction} values={review} className="mt-2" waiting="Taking over…">
        Take the review over
      </ButtonForm>
    </Notice>
  );
}
