import { ActionForm } from "@/app/_parts/button-form";
import { Section } from "@/app/_ui/section";
import { SubmitButton } from "@/app/_ui/submit-button";
import { closePostingAction } from "../actions";

export function ClosePosting({ id }: { id: string }) {
  return (
    <Section title="Close the posting">
      <ActionForm action={closePostingAction} values={{ id }} className="grid max-w-measure gap-4">
        <p>
          The posting is taken off the board at once and cannot be reopened. You can still answer its
          applicants.
        </p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton look="secondary" name="reason" value="filled" waiting="Closing…">
            Close as filled
          </SubmitButton>
          <SubmitButton look="danger" name="reason" value="withdrawn" waiting="Closing…">
            Close as withdrawn
          </SubmitButton>
        </div>
      </ActionForm>
    </Section>
  );
}
