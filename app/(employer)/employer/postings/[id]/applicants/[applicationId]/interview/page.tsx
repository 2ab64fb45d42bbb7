import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { idFrom, isId } from "@/app/_parts/id";
import { PageHeader } from "@/app/_ui/page-header";
import { findApplicant } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { findInterview, findLastZone } from "@/lib/interviews/queries";
import { isOpenInterview } from "@/lib/interviews/rules";
import { localIn } from "@/lib/interviews/zones";
import { applicantName } from "../../_parts/applicant-name";
import { InterviewForm } from "./interview-form";

export const metadata: Metadata = { title: "Propose an interview" };

export default async function InterviewPage({
  params,
  searchParams,
}: PageProps<"/employer/postings/[id]/applicants/[applicationId]/interview">) {
  const { id: postingId, applicationId: given } = await params;
  const [id, applicationId] = [idFrom(postingId), idFrom(given)];
  const at = `/employer/postings/${id}/applicants/${applicationId}`;
  const actor = await requireActor(`${at}/interview`);
  const { change } = await searchParams;
  const [applicant, interview, lastZone] = await Promise.all([
    findApplicant(actor, applicationId),
    isId(change) ? findInterview(actor, change) : null,
    findLastZone(actor),
  ]);
  if (applicant?.postingId !== id || !applicant.mayMove) notFound();
  if (change !== undefined && interview?.applicationId !== applicationId) notFound();
  if (interview && !isOpenInterview(interview.state)) redirect(`${at}?late=${interview.id}#interviews`);
  const name = applicantName(applicant);
  return (
    <>
      <PageHeader
        title={interview ? "Change the interview" : "Propose an interview"}
        crumbs={[
          { href: `/employer/postings/${id}/applicants`, label: "Applicants" },
          { href: at, label: name },
        ]}
        lead={
          interview
            ? "If you leave an agreed time as it is, it stays agreed. For other times, the candidate has to answer again."
            : `${name} can accept one of your times, decline, or propose others. Both of you get a calendar file, and a reminder a day and an hour before.`
        }
      />
      <InterviewForm
        applicationId={applicationId}
        begun={
          interview
            ? {
                id: interview.id,
                sequence: interview.sequence,
                times: (interview.startsAt ? [interview.startsAt] : interview.times).map((time) =>
                  localIn(time, interview.zone),
                ),
                zone: interview.zone,
                minutes: interview.minutes,
                place: interview.place,
                link: interview.link,
                words: interview.words,
              }
            : { times: [], zone: lastZone, minutes: 45, place: "", link: "", words: "" }
        }
      />
    </>
  );
}
