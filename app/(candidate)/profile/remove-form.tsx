import { ButtonForm } from "@/app/_parts/button-form";
import { removeEvidenceAction, removeStudyAction } from "./actions";

export function RemoveForm({ id, what }: { id: string; what: "evidence" | "study" }) {
  return (
    <div className="mt-10 grid max-w-3xl gap-3 border-t border-rule pt-4">
      <p className="text-ink-2">
        {what === "evidence"
          ? "If you remove this evidence, the skills it shows stay in your profile as claims."
          : "If you remove this education, it is deleted from your profile."}
      </p>
      <ButtonForm
        action={what === "evidence" ? removeEvidenceAction : removeStudyAction}
        values={{ id }}
        look="danger"
        size="md"
        waiting="Removing…"
      >
        Remove
      </ButtonForm>
    </div>
  );
}
