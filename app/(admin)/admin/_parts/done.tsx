import { Notice } from "@/app/_ui/notice";

const words = {
  live: "Posting approved. It is live.",
  scheduled: "Posting approved. It goes live at the time that its company chose.",
  change: "Change approved. It is public, and those who applied are told.",
  "sent-back": "Posting sent back for changes.",
  removed: "Posting removed. Its company is told.",
  frozen: "Posting frozen. Its company is told.",
  cleared: "Reports dismissed. Those who reported it with an account are told.",
  completed: "Posting completed. It is in review.",
  discarded: "Imports discarded. The same adverts are not imported again.",
  "taken-over": "This review is yours for 20 minutes.",
  "appeal-upheld": "Appeal decided: the decision stays. The company is told.",
  "appeal-reversed": "Appeal decided: the decision is reversed. The company is told.",
  suspended: "Suspended. Those whom it concerns are told by e-mail.",
  unsuspended: "The suspension is lifted. Those whom it concerns are told by e-mail.",
  merged: "The companies are merged. This is what is left of the two, and all members are told.",
  "skill-added": "Skill added. It is offered and read from texts from now on.",
  "name-added": "Name added. It leads to this skill from now on.",
  "name-removed": "Name removed. It leads to no skill any more.",
  "name-ignored": "We do not ask about this name again.",
  "skills-merged": "The skills are merged. This is what is left of the two.",
  "skill-retired": "Skill retired. Postings and profiles that have it keep it.",
  "skill-restored": "The skill is offered again.",
  "company-approved": "Change approved. It stays public.",
  "company-sent-back": "Change sent back. We e-mailed the owners.",
  "company-taken-down": "Words and logo taken down. We e-mailed the owners.",
  granted: "This person is an admin now, and is told by e-mail.",
  revoked: "This person is no longer an admin, and is told by e-mail.",
  nothing: "Nothing is waiting that nobody else is reviewing.",
} as const;

/** What an admin just did, as the address of the page that follows says. */
export type Done = keyof typeof words;

const isDone = (asked: unknown): asked is Done => typeof asked === "string" && Object.hasOwn(words, asked);

/** These lead from what was decided to what waits next; the others stay where they are, or lead to a list. */
const leadOn: readonly Done[] = [
  "live",
  "scheduled",
  "change",
  "sent-back",
  "removed",
  "cleared",
  "company-approved",
  "company-sent-back",
  "company-taken-down",
];

/** Tells what was just done, and on a page that something led on to, that this is next. */
export function DoneNotice({ asked, next }: { asked: unknown; next?: string }) {
  if (!isDone(asked)) return null;
  const isInfo = asked === "nothing" || asked === "taken-over";
  return (
    <div className="mb-6">
      <Notice tone={isInfo ? "info" : "success"} live title={words[asked]}>
        {next && leadOn.includes(asked) && `Next: “${next}”.`}
      </Notice>
    </div>
  );
}
