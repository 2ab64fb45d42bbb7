import { ButtonForm } from "@/app/_parts/button-form";
import { reviewNextAction } from "../actions";

/** Leads to the posting that waits longest and that nobody else is reviewing: behind the one at `after`, where that is given. */
export function ReviewNext({ after, children }: { after?: string; children: string }) {
  return (
    <ButtonForm
      action={reviewNextAction}
      values={after ? { after } : {}}
      look={after ? "secondary" : "primary"}
      size="md"
      waiting="Looking…"
    >
      {children}
    </ButtonForm>
  );
}
