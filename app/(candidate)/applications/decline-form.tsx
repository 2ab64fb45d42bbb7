import { ButtonForm } from "@/app/_parts/button-form";
import { declineInvitationAction } from "./actions";

/** The candidate's no to an invitation. */
export function DeclineForm({ id, title }: { id: string; title: string }) {
  return (
    <ButtonForm action={declineInvitationAction} values={{ id }} waiting="Sending…">
      Decline<span className="sr-only"> ({title})</span>
    </ButtonForm>
  );
}
