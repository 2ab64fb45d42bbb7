import { ButtonForm } from "@/app/_parts/button-form";
import { discardResumeAction } from "./actions";

export function DiscardForm() {
  return (
    <div className="grid gap-3 border-t border-rule pt-4">
      <p className="text-ink-2">To import another file, discard this one first.</p>
      <ButtonForm action={discardResumeAction} size="md" waiting="Discarding…">
        Discard everything
      </ButtonForm>
    </div>
  );
}
