import { isId } from "@/app/_parts/id";
import { currentActor } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { calendarOf } from "@/lib/interviews/calendar";
import { findInterview } from "@/lib/interviews/queries";

/** An interview that was agreed on, as a file for calendars, for either side. */
export async function GET(_: Request, { params }: RouteContext<"/interviews/[id]/calendar">) {
  const { id } = await params;
  const actor = await currentActor();
  const interview = actor && isId(id) ? await findInterview(actor, id) : null;
  const headers = { "Cache-Control": "private, no-store" };
  if (!interview?.startsAt) return new Response("There is no such interview.\n", { status: 404, headers });
  const { applicationId, postingId, isCandidate, title, companyName, candidateName } = interview;
  const path = isCandidate
    ? `/applications/${applicationId}`
    : `/employer/postings/${postingId}/applicants/${applicationId}`;
  const { content } = calendarOf({
    ...interview,
    startsAt: interview.startsAt,
    summary: isCandidate ? `Interview: ${title}, ${companyName}` : `Interview: ${candidateName}, ${title}`,
    url: `${settings().APP_URL}${path}#interviews`,
    at: interview.updatedAt,
    isCancelled: interview.state !== "accepted",
  });
  return new Response(content, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="interview.ics"',
    },
  });
}
