import type { Mail, MailItem } from "@/lib/background/input";
import { settings } from "@/lib/env";
import { counted } from "@/lib/plural";
import { arrivingFrom } from "@/lib/postings/arrival";
import type { ListedPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import type { DueSearch } from "@/lib/saved/queries/alerts";
import { makeToken } from "./tokens";

/** The mail with what is new to a saved search: `postings` are the newest of the `total`. `isNarrowed` says that the wishes of a profile counted. */
export function alertMail(
  search: Pick<DueSearch, "id" | "userId" | "email" | "name" | "criteria" | "minMatch">,
  { postings, total, isNarrowed }: { postings: readonly ListedPosting[]; total: number; isNarrowed: boolean },
): Omit<Mail, "key"> {
  const news = counted(total, "new posting");
  const rest = total - postings.length;
  const stop = makeToken("stop", { savedSearchId: search.id });
  return {
    to: search.email,
    subject: `${news}: ${search.name}`,
    heading: `${news} for “${search.name}”`,
    paragraphs: [
      [
        search.minMatch === null ? "" : `Each of them matches your profile at ${search.minMatch}% or more.`,
        isNarrowed
          ? "We left out postings that do not fit what your profile says you want: pay, place, time zone or employment."
          : "",
        rest > 0 ? `This e-mail shows ${postings.length} of them. Use the link below to see the rest.` : "",
      ]
        .filter(Boolean)
        .join(" "),
    ].filter(Boolean),
    items: postings.map((posting) => itemOf(posting, search.userId)),
    action: {
      label: rest > 0 ? `See ${rest.toLocaleString("en")} more` : "See all results",
      url: at(`/jobs?${search.criteria}&sort=newest`),
    },
    reason:
      "You received this e-mail because you saved this search on Backplane. We never send you the same posting twice.",
    stop: {
      label: "Stop e-mails for this search",
      pageUrl: at(`/unsubscribe/${stop}`),
      postUrl: at(`/api/unsubscribe/${stop}`),
    },
  };
}

function itemOf(posting: ListedPosting, userId: string): MailItem {
  const token = makeToken("relevant", { userId, postingId: posting.id });
  const answer = (value: "yes" | "no") => at(`/alerts/${token}?relevant=${value}`);
  return {
    title: posting.title,
    url: arrivingFrom(posting.url, "alert"),
    lines: [
      posting.company.name,
      `${formatPay(posting.salary)} ${formatPeriod(posting.salary.period)}`,
      formatWhere(posting),
    ],
    question: {
      text: "Was this relevant?",
      answers: [
        { label: "Yes", url: answer("yes") },
        { label: "No", url: answer("no") },
      ],
    },
  };
}

const at = (path: string) => `${settings().APP_URL}${path}`;
