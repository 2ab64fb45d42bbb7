import { ViewLinks } from "@/app/_ui/view-links";
import type { PipelineQuery } from "@/lib/applications/input";
import { type ApplicationState, endedStates, openStates } from "@/lib/applications/lists";
import { companyWords } from "@/lib/applications/words";
import { pipelineHref } from "./pipeline-href";

/** The states of a posting's applicants, each with their number: those that are open, then those that ended. */
export function StateLinks({
  postingId,
  query,
  counts,
  open,
}: {
  postingId: string;
  query: PipelineQuery;
  counts: Record<ApplicationState, number>;
  open: number;
}) {
  const to = (state: PipelineQuery["state"], label: string, n: number) => ({
    href: pipelineHref(postingId, { ...query, state, after: undefined }),
    label: `${label} (${n})`,
    isCurrent: query.state === state,
  });
  const ended = endedStates.reduce((sum, state) => sum + counts[state], 0);
  const one = (state: ApplicationState) => to(state, companyWords[state], counts[state]);
  return (
    <div className="mb-2 flex flex-wrap justify-between gap-x-8">
      <ViewLinks
        label="Open applicants by state"
        views={[to("open", "Open", open), ...openStates.map(one)]}
      />
      <ViewLinks
        label="Applicants that ended, by state"
        views={[to("ended", "Ended", ended), ...endedStates.map(one)]}
      />
    </div>
  );
}
