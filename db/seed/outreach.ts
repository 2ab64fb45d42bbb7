import { daysAfter, daysBefore } from "@/lib/days";
import type { Application } from "./applications";
import type { Cast, Person } from "./cast";
import { companySources } from "./companies";
import type { PastEvent } from "./events";
import type { Lived } from "./lives";
import { idFor } from "./random";
import { askedInWords } from "./texts/applications";

export type Invitation = {
  id: string;
  postingId: string;
  companyId: string;
  candidateId: string;
  memberId: string;
  message: string;
  sentAt: Date;
  declinedAt: Date | null;
};
export type View = { postingId: string; companyId: string; candidateId: string; memberId: string; at: Date };

/** Whom companies looked at and invited: the demonstration's candidate, and some of those whom its employer may find. */
export function outreachOf(
  cast: Cast,
  lives: Lived[],
  applications: readonly Application[],
  searchable: readonly Person[],
  now: Date,
) {
  const open = lives.filter(({ company, number }) => number < company.live && !company.unclaimed);
  const applied = new Set(applications.map(({ postingId, candidate }) => `${postingId} ${candidate.userId}`));
  const isFree = (lived: Lived, candidate: Person) => !applied.has(`${lived.posting.id} ${candidate.userId}`);
  const own = open.filter(({ company }) => company === companySources[0]);
  const others = ["Queuewright", "Keyfathom", "Cindertrail"].flatMap(
    (name) => open.find((lived) => lived.company.name === name && isFree(lived, cast.candidate)) ?? [],
  );
  const [first] = own;
  const found = first
    ? searchable.filter((one) => one !== cast.candidate && isFree(first, one)).slice(0, 3)
    : [];
  const plan = [
    ...others.map((lived, at) => ({
      lived,
      candidate: cast.candidate,
      at,
      isAsked: at < 2,
      saysNo: at === 1,
    })),
    ...found.map((candidate, at) => ({
      lived: first as Lived,
      candidate,
      at,
      isAsked: at < 2,
      saysNo: at === 1,
    })),
  ];
  const views: View[] = [];
  const invitations: Invitation[] = [];
  for (const { lived, candidate, at, isAsked, saysNo } of plan) {
    const [member] = cast.staffOf(lived.company);
    if (!member) continue;
    const of = {
      postingId: lived.posting.id as string,
      companyId: lived.posting.companyId,
      candidateId: candidate.userId,
      memberId: member.userId,
    };
    const seenAt = daysBefore(now, 0.4 + at * 0.3);
    views.push({ ...of, at: seenAt });
    if (isAsked)
      invitations.push({
        ...of,
        id: idFor(`invitation/${of.postingId}/${candidate.email}`),
        message: askedInWords[at % askedInWords.length] as string,
        sentAt: daysAfter(seenAt, 0.01),
        declinedAt: saysNo ? daysAfter(seenAt, 0.2) : null,
      });
  }
  return { views, invitations, events: invitations.flatMap(eventsOf) };
}

function eventsOf({ id, postingId, companyId, candidateId, memberId, sentAt, declinedAt }: Invitation) {
  const of = { companyId, postingId, data: { invitationId: id } };
  const events: PastEvent[] = [{ ...of, type: "invitation.sent", at: sentAt, actorId: memberId }];
  if (declinedAt) events.push({ ...of, type: "invitation.declined", at: declinedAt, actorId: candidateId });
  return events;
}
