import { ButtonForm } from "@/app/_parts/button-form";
import { reviewNextAction } from "../actions";

/** Leads to what waits longest and nobody else is reviewing: behind the place `after`, where that is given. */
export function ReviewNext({ after, children }: { after?: string; children: string }) {
  return (
    <div data-key="n">
      <ButtonForm
        action={reviewNextAction}
        values={after ? { after } : {}}
        look={after ? "secondary" : "primary"}
        size="md"
        waiting="Looking…"
      >
        {children}
      </ButtonForm>
    </div>
  );
}
