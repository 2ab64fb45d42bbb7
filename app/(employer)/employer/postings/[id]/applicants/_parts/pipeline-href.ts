import type { PipelineQuery } from "@/lib/applications/input";

/** The address of a posting's applicants as a query asks for them: only what differs from the plain list is in it. */
export function pipelineHref(
  postingId: string,
  { view, state, sort, line, gate, after }: PipelineQuery,
): string {
  const query = new URLSearchParams({
    ...(view !== "list" && { view }),
    ...(state !== "open" && { state }),
    ...(sort !== "arrival" && { sort }),
    ...(line && { line }),
    ...(gate && { gate }),
    ...(after && { after }),
  });
  return `/employer/postings/${postingId}/applicants${query.size > 0 ? `?${query}` : ""}`;
}
