import { Section } from "@/app/_ui/section";
import type { listAhead } from "@/lib/interviews/queries";
import { rangeInZones } from "@/lib/interviews/zones";

type Ahead = Awaited<ReturnType<typeof listAhead>>[number];

/** The next interviews that were agreed on, each with the way to its application. Nothing where there is none. */
export function InterviewsAhead({
  interviews,
  reader,
}: {
  interviews: readonly Ahead[];
  reader: "candidate" | "company";
}) {
  if (interviews.length === 0) return null;
  return (
    <Section title="Interviews" className="mb-10">
      <ul className="border-b border-rule">
        {interviews.map((interview) => {
          const { id, applicationId, postingId, title, companyName, candidateName, startsAt, minutes } =
            interview;
          const { zone, candidateZone, place, link } = interview;
          const isCandidate = reader === "candidate";
          const zones = isCandidate ? [candidateZone, zone] : [zone, candidateZone];
          return (
            <li key={id} className="border-t border-rule py-2">
              <a
                className="link font-medium"
                href={
                  isCandidate
                    ? `/applications/${applicationId}#interviews`
                    : `/employer/postings/${postingId}/applicants/${applicationId}#interviews`
                }
              >
                {isCandidate ? `${companyName}: ${title}` : `${candidateName}: ${title}`}
              </a>
              <p className="text-sm">{startsAt && rangeInZones(startsAt, minutes, zones).join(" · ")}</p>
              <p className="text-sm break-words text-ink-2">{[place, link].filter(Boolean).join(" · ")}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
