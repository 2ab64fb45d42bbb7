"use client";

import { useActionState } from "react";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import { untouched } from "@/lib/forms/state";
import { removeEvidenceAction, removeStudyAction } from "./actions";

export function RemoveForm({ id, what }: { id: string; what: "evidence" | "study" }) {
  const [state, action] = useActionState(
    what === "evidence" ? removeEvidenceAction : removeStudyAction,
    untouched,
  );
  return (
    <form action={action} className="mt-10 grid max-w-3xl gap-3 border-t border-rule pt-4">
      {state.message && <Notice tone="danger" live title={state.message} />}
      <input type="hidden" name="id" value={id} />
      <p className="text-ink-2">
        {what === "evidence"
          ? "If you remove this evidence, the skills it shows stay in your profile as claims."
          : "If you remove this education, it is deleted from your profile."}
      </p>
      <div>
        <SubmitButton look="danger" waiting="Removing…">
          Remove
        </SubmitButton>
      </div>
    </form>
  );
}
