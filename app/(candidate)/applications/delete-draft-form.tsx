import { ButtonForm } from "@/app/_parts/button-form";
import { deleteDraftAction } from "./actions";

export function DeleteDraftForm({ postingId, title }: { postingId: string; title: string }) {
  return (
    <ButtonForm action={deleteDraftAction} values={{ postingId }} look="quiet" waiting="Deleting…">
      Delete draft<span className="sr-only"> ({title})</span>
    </ButtonForm>
  );
}
