import { formatDay } from "@/app/_parts/dates";
import { queueInWords } from "@/app/_parts/queue-words";
import { Section } from "@/app/_ui/section";
import type { Actor } from "@/lib/auth/input";
import { listAhead } from "@/lib/interviews/queries";
import { rangeIn } from "@/lib/interviews/zones";
import { findMatchable } from "@/lib/matching/queries/own";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { countNews, findWaiting } from "@/lib/notifications/queries/news";
import { counted, plural } from "@/lib/plural";
import { present } from "@/lib/present";
import { parseParameters } from "@/lib/search/criteria";
import { countSince, withoutFailing, withoutHidden } from "@/lib/search/queries/match";
import { readCriteria } from "@/lib/search/queries/search";

type Item = { href: string; text: string };

/** For the signed-in, in the place of what the site promises: what waits for them, and what came since they were here before. */
export async function WaitingForYou({ actor }: { actor: Actor }) {
  const [news, waiting, profile, [interview]] = await Promise.all([
    countNews(actor),
    findWaiting(actor),
    findMatchable(actor),
    listAhead(actor, "own"),
  ]);
  const { since } = waiting;
  const matches = since && profile ? await countNewMatches(actor, profile, since) : 0;
  const wait = (count: number) => plural(count, "waits", "wait");
  const toDo = [
    ...(interview ? [asItem(interview)] : []),
    ...items([
      [news.unread, "/applications", (n) => `${counted(n, "application")} ${plural(n, "has", "have")} news`],
      [
        waiting.invitations,
        "/applications",
        (n) => `${counted(n, "invitation")} to apply ${wait(n)} for your answer`,
      ],
      [
        waiting.closing,
        "/saved",
        (n) => `${counted(n, "saved posting")} ${plural(n, "closes", "close")} within three days`,
      ],
      [
        waiting.overdue,
        "/employer/applicants",
        (n) => `${counted(n, "applicant")} should have had a reply by now`,
      ],
      [
        news.waiting - waiting.overdue,
        "/employer/applicants",
        (n) => `${counted(n, "applicant")} ${wait(n)} for a first answer`,
      ],
      [
        news.inReview + news.changedCompanies,
        "/admin",
        (n) =>
          `${queueInWords({ postings: news.inReview, companies: news.changedCompanies })} ${wait(n)} for review`,
      ],
    ]),
  ];
  const fresh = items([
    [
      matches,
      "/matches",
      (n) => `${counted(n, "new posting")} that ${plural(n, "fits", "fit")} what you want`,
    ],
    [waiting.applicants, "/employer/applicants", (n) => counted(n, "new applicant")],
    [waiting.postings, "/jobs", (n) => `${counted(n, "new posting")} in all`],
  ]);
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <Section title="Waiting for you">
        {toDo.length > 0 ? <Links items={toDo} /> : <p className="text-ink-2">Nothing waits for you.</p>}
      </Section>
      <Section title={since ? `Since you were here on ${formatDay(since)}` : "Since your last visit"}>
        {fresh.length > 0 ? (
          <Links items={fresh} />
        ) : (
          <p className="text-ink-2">{since ? "Nothing has changed." : "This is your first visit."}</p>
        )}
      </Section>
    </div>
  );
}

async function countNewMatches(actor: Actor, profile: ReadyProfile, since: Date) {
  const { ready } = await readCriteria(parseParameters(new URLSearchParams()).criteria);
  return countSince(withoutFailing(withoutHidden(ready, actor), profile), since);
}

/** The next interview, on the candidate's clock. */
const asItem = ({
  applicationId,
  companyName,
  startsAt,
  minutes,
  zone,
  candidateZone,
}: Awaited<ReturnType<typeof listAhead>>[number]): Item => ({
  href: `/applications/${applicationId}#interviews`,
  text: `Interview with ${companyName}: ${rangeIn(present(startsAt), minutes, candidateZone ?? zone)}`,
});

const items = (all: [count: number, href: string, text: (count: number) => string][]): Item[] =>
  all.flatMap(([count, href, text]) => (count > 0 ? { href, text: text(count) } : []));

function Links({ items: all }: { items: Item[] }) {
  return (
    <ul className="grid gap-2">
      {all.map(({ href, text }) => (
        <li key={text}>
          <a href={href} className="link">
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
