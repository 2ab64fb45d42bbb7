import type { AppliedTo } from "@/lib/applications/queries/applications";
import { ApplicationState } from "./application-state";
import { formatAge } from "./dates";

/** The reader's own application to a posting, on its card: "Applied 2 days ago", or "Offer, applied 3 weeks ago". */
export function AppliedMark({ application, now }: { application: AppliedTo; now: Date }) {
  const { id, state, submittedAt } = application;
  return (
    <a href={`/applications/${id}`} className="plain-link mt-1 inline-flex min-h-6 items-center">
      <ApplicationState state={state} applied={formatAge(submittedAt, now)} />
    </a>
  );
}
