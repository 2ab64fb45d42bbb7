import { ButtonForm } from "@/app/_parts/button-form";
import { formatTime } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import { takeOverAction } from "../../../actions";

/** Says that another admin is reviewing the posting, with the way to take the review over; nothing where it is one's own. */
export function ClaimNotice({
  id,
  adminId,
  claim,
}: {
  id: string;
  adminId: string;
  claim: { adminId: string; name: string; until: string } | null;
}) {
  if (!claim || claim.adminId === adminId) return null;
  return (
    <Notice
      tone="warning"
      title={`${claim.name} is reviewing this until ${formatTime(new Date(claim.until))}`}
    >
      <ButtonForm action={takeOverAction} values={{ id }} className="mt-2" waiting="Taking over…">
        Take the review over
      </ButtonForm>
    </Notice>
  );
}
