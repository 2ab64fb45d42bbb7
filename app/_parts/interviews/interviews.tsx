import { ButtonLink } from "@/app/_ui/button";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { Section } from "@/app/_ui/section";
import { StatusMark } from "@/app/_ui/status-mark";
import type { InterviewState } from "@/lib/interviews/lists";
import type { OwnInterview } from "@/lib/interviews/queries";
import { isOpenInterview, standingOf } from "@/lib/interviews/rules";
import { rangeInZones } from "@/lib/interviews/zones";
import { counted } from "@/lib/plural";
import { AcceptForm, EndForm, OtherTimesForm } from "./answer-forms";

type Reader = "candidate" | "company";

const states: Record<InterviewState, Record<Reader, string>> = {
  proposed: { candidate: "Waits for your answer", company: "Waits for the candidate" },
  countered: { candidate: "Waits for the company", company: "Waits for your answer" },
  accepted: { candidate: "Agreed", company: "Agreed" },
  declined: { candidate: "Declined", company: "Declined" },
  cancelled: { candidate: "Cancelled", company: "Cancelled" },
};

/**
 * The interviews of an application, for either side. `change` is the page on which the company proposes and changes them; `isOver` says that the
 * application has ended, so that there is nothing to arrange. `late` is the interview to which the reader's answer came too late. The candidate
 * sees nothing where there is none.
 */
export function Interviews({
  interviews,
  reader,
  isOver,
  change,
  late,
}: {
  interviews: readonly OwnInterview[];
  reader: Reader;
  isOver: boolean;
  change?: string;
  late?: string | string[];
}) {
  const overtaken = interviews.find(({ id }) => id === late);
  if (interviews.length === 0 && (!change || isOver)) return null;
  return (
    <Section id="interviews" title="Interviews">
      <div className="grid gap-6">
        {overtaken && (
          <Notice tone="warning" live title="This interview was answered or changed before your answer came.">
            {standingOf(overtaken, zonesFor(overtaken, reader)[0] ?? overtaken.zone)}
          </Notice>
        )}
        {interviews.map((interview) => (
          <Interview
            key={interview.id}
            interview={interview}
            reader={reader}
            isOver={isOver}
            change={change}
          />
        ))}
        {change && !isOver && (
          <div>
            <ButtonLink href={change}>Propose an interview</ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}

/** The zones that a reader is told times in, their own first where it is known. */
const zonesFor = ({ zone, candidateZone }: OwnInterview, reader: Reader) =>
  reader === "candidate" ? [candidateZone, zone] : [zone, candidateZone];

function Interview({
  interview,
  reader,
  isOver,
  change,
}: {
  interview: OwnInterview;
  reader: Reader;
  isOver: boolean;
  change?: string;
}) {
  const { id, state, sequence, candidateZone, minutes, place, link, words, candidateWords } = interview;
  const zones = zonesFor(interview, reader);
  const inWords = (time: Date) => rangeInZones(time, minutes, zones).join(" · ");
  const choices = (times: readonly Date[]) =>
    times.map((time) => ({ value: time.toISOString(), label: inWords(time) }));
  const awaited = state === "proposed" ? interview.times : state === "countered" ? interview.otherTimes : [];
  const isAsked =
    (state === "proposed" && reader === "candidate") || (state === "countered" && reader === "company");
  const isOpen = isOpenInterview(state) && !isOver;
  const seen = { id, sequence };
  return (
    <article className="grid gap-3 border-l-2 border-rule pl-4">
      <StatusMark tone={isOpen ? (state === "accepted" ? "good" : "waiting") : "neutral"}>
        {states[state][reader]}
      </StatusMark>
      <DataList>
        {interview.startsAt && <DataItem label="Time">{inWords(interview.startsAt)}</DataItem>}
        {awaited.length > 0 && !(isAsked && isOpen) && (
          <DataItem label="Times">
            <ul>
              {awaited.map((time) => (
                <li key={time.getTime()}>{inWords(time)}</li>
              ))}
            </ul>
          </DataItem>
        )}
        <DataItem label="Length">{counted(minutes, "minute")}</DataItem>
        {place && <DataItem label="Place">{place}</DataItem>}
        {link && (
          <DataItem label="Link">
            <a className="link break-all" href={link} rel="nofollow noopener noreferrer">
              {link}
            </a>
          </DataItem>
        )}
        {words && (
          <DataItem label="The company wrote">
            <span className="break-words whitespace-pre-wrap">{words}</span>
          </DataItem>
        )}
        {candidateWords && (
          <DataItem label={reader === "candidate" ? "You wrote" : "The candidate wrote"}>
            <span className="break-words whitespace-pre-wrap">{candidateWords}</span>
          </DataItem>
        )}
      </DataList>
      {isOpen && (
        <div className="grid gap-2">
          {isAsked && <AcceptForm seen={seen} reader={reader} times={choices(awaited)} />}
          {state === "accepted" && (
            <div>
              <ButtonLink size="sm" href={`/interviews/${id}/calendar`}>
                Calendar file
              </ButtonLink>
            </div>
          )}
          {reader === "candidate" && state !== "accepted" && (
            <OtherTimesForm seen={seen} zone={candidateZone} />
          )}
          {change && (
            <div>
              <a className="link inline-flex min-h-11 items-center" href={`${change}?change=${id}`}>
                {state === "accepted" ? "Change the interview" : "Propose other times or change it"}
              </a>
            </div>
          )}
          <EndForm seen={seen} reader={reader} />
        </div>
      )}
    </article>
  );
}
