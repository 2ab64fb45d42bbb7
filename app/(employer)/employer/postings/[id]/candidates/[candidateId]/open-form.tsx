import { ButtonForm } from "@/app/_parts/button-form";
import { openProfileAction } from "../actions";

export function OpenForm({ postingId, candidateId }: { postingId: string; candidateId: string }) {
  return (
    <ButtonForm
      action={openProfileAction}
      values={{ postingId, candidateId }}
      look="primary"
      size="md"
      className="grid justify-items-start gap-4"
      waiting="Opening…"
    >
      Open profile
    </ButtonForm>
  );
}
