import type { ReactNode } from "react";
import { type MatchSummary, summaryOf } from "@/app/_parts/match-sheet/summary";
import type { Made } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import type { ListedPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import type { Fragment } from "@/lib/search/queries/text";
import { bandWords, employmentWords } from "@/lib/taxonomy/words";
import { formatAge, formatDegree, formatYearlyUsd, formatYears } from "./format";
import { isUnconfirmed } from "./marks";

/**
 * A posting as its card shows it, ready to be drawn: text and numbers, and nothing that is not shown. It is sent to the browser, so it is kept
 * small: what a posting does not have is left out.
 */
export type Card = {
  id: string;
  href: string;
  title: string;
  company: string;
  isVerified?: true;
  where: string;
  facts: string;
  pay: string;
  period: string;
  yearly: [minUsd: number, maxUsd: number];
  /** The pay in yearly dollars, in words, where it is not stated so. */
  yearlyUsd?: string;
  musts: string;
  nices: string;
  /** How many more skills it asks for. */
  moreSkills: number;
  responsibilities: string;
  publishedAt: string;
  age: string;
  marks: ("complete" | "unconfirmed" | "unanswered")[];
  /** The words of its description that a search found. */
  fragment?: Fragment;
  match?: MatchSummary;
  /** What belongs to a reader who is signed in: whether they saved it, whether they may hide it here, and the mark of their application. */
  isSaved?: boolean;
  canHide?: true;
  applied?: ReactNode;
};

const shownSkills = 10;
const shownResponsibilities = 2;
/** Between the parts of a line. */
const dot = "  ·  ";

/** The card of a posting at `href`. `made` is its match for the profile, `query` what the address of the posting's page says for it. */
export function cardOf(
  posting: ListedPosting & { claimed: boolean },
  {
    href,
    now,
    fragment,
    match,
  }: {
    href: string;
    now: Date;
    fragment?: Fragment;
    match?: { made: Made | undefined; profile: Pick<ReadyProfile, "wanted">; query?: string };
  },
): Card {
  const { company, experience, degree, salary, skills, responsibilities } = posting;
  const facts = [
    experience.band && bandWords[experience.band],
    formatYears(experience),
    degree.level !== null && degree.level !== "none" && formatDegree(degree),
    employmentWords[posting.employment],
  ];
  const musts = skills.filter(({ must }) => must).slice(0, shownSkills);
  const nices = skills.filter(({ must }) => !must).slice(0, shownSkills - musts.length);
  const moreResponsibilities = responsibilities.length - shownResponsibilities;
  const yearlyUsd = formatYearlyUsd(salary);
  return {
    id: posting.id,
    href,
    title: posting.title,
    company: company.name,
    ...(company.verified && { isVerified: true }),
    where: formatWhere(posting),
    facts: facts.filter(Boolean).join(dot),
    pay: formatPay(salary),
    period: formatPeriod(salary.period),
    yearly: [salary.yearlyUsd.min, salary.yearlyUsd.max],
    ...(yearlyUsd && { yearlyUsd }),
    musts: musts.map(skillWords).join(" · "),
    nices: nices.map(skillWords).join(" · "),
    moreSkills: skills.length - musts.length - nices.length,
    responsibilities: [
      ...responsibilities.slice(0, shownResponsibilities).map(({ label }) => label),
      ...(moreResponsibilities > 0 ? [`${moreResponsibilities} more`] : []),
    ].join(dot),
    publishedAt: posting.publishedAt,
    age: formatAge(posting.publishedAt, now),
    marks: [
      ...(posting.reality.complete ? (["complete"] as const) : []),
      ...(isUnconfirmed(posting, now) ? (["unconfirmed"] as const) : []),
      ...(posting.claimed ? [] : (["unanswered"] as const)),
    ],
    ...(fragment && { fragment }),
    ...(match?.made && { match: summaryOf(match.made, posting, match.profile, match.query) }),
  };
}

/** "Spring Boot", "Go 4y": one word for the eye, so that a line does not break within it. */
const skillWords = ({ label, minYears }: ListedPosting["skills"][number]) =>
  (minYears === null ? label : `${label} ${minYears}y`).replaceAll(" ", "\u00a0");
