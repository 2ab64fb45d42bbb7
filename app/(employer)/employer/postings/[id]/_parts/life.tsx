import { ButtonForm } from "@/app/_parts/button-form";
import { ButtonLink } from "@/app/_ui/button";
import { Section } from "@/app/_ui/section";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { copyPostingAction, takePostingBackAction } from "../actions";

/** What else an owner or recruiter can do with a posting, by its state. */
export function Life({ posting }: { posting: OwnPosting }) {
  const { id, state } = posting;
  return (
    <Section title="More" className="mt-10">
      <div className="flex flex-wrap gap-3">
        {state === "in_review" && (
          <ButtonForm action={takePostingBackAction} values={{ id }} size="md" waiting="Taking back…">
            Take back from review
          </ButtonForm>
        )}
        <ButtonForm action={copyPostingAction} values={{ id }} size="md" waiting="Copying…">
          Copy as a new draft
        </ButtonForm>
        {state === "draft" && (
          <ButtonLink look="danger" href={`/employer/postings/${id}/delete`}>
            Delete draft
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}
