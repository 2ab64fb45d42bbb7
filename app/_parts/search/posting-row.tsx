import type { ReactNode } from "react";
import { Mark } from "@/app/_ui/mark";
import { RangeBar } from "@/app/_ui/range-bar";
import { Tag } from "@/app/_ui/tag";
import type { ListedPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import type { Fragment } from "@/lib/search/queries/text";
import { bandWords, employmentWords } from "@/lib/taxonomy/words";
import { formatAge, formatDegree, formatYearlyUsd, formatYears } from "./format";
import { isUnconfirmed } from "./marks";

/** The right end of the pay ruler, in yearly dollars. What lies beyond is drawn as a dot at the edge. */
export const payScaleMaxUsd = 300_000;

export type MatchRange = { low: number | null; high: number | null };

/** One posting in a list. Pay and match are the loudest things in it, one under the other; the rest is what decides whether to open it. */
export function PostingRow({
  posting,
  href,
  now,
  match,
  fragment,
  note,
  star,
  applied,
  actions,
}: {
  posting: ListedPosting & { claimed: boolean };
  href: string;
  now: Date;
  match?: MatchRange;
  /** The words of its description that a search found. */
  fragment?: Fragment;
  /** What this list has to say about it. */
  note?: ReactNode;
  /** The star that saves it for the reader. */
  star?: ReactNode;
  /** The mark of the reader's own application. */
  applied?: ReactNode;
  /** What the reader can do with it here: forms of one button. */
  actions?: ReactNode;
}) {
  const { company, experience, degree } = posting;
  const facts = [
    experience.band && bandWords[experience.band],
    formatYears(experience),
    degree.level !== null && degree.level !== "none" && formatDegree(degree),
    employmentWords[posting.employment],
  ].filter((fact): fact is string => Boolean(fact));

  return (
    <li
      id={posting.id}
      className="grid gap-x-10 gap-y-2.5 border-b border-rule py-4 md:grid-cols-[minmax(0,1fr)_17rem]"
    >
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-x-3">
          <h2 className="min-w-0 text-md leading-snug font-semibold">
            <a href={href} className="plain-link py-1">
              {posting.title}
            </a>
          </h2>
          {star}
        </div>
        <p className="text-ink-2">
          <span className="font-medium text-ink">{company.name}</span>
          {company.verified && <Mark name="check" className="ml-1 text-accent" />}
          {company.verified && <span className="sr-only"> (verified)</span>}
          <Dot />
          {formatWhere(posting)}
        </p>
        <p className="mt-0.5 text-sm text-ink-3">{facts.join("  ·  ")}</p>
        {applied}
      </div>
      <div className="grid content-start gap-y-1.5 md:row-span-2 md:gap-y-3">
        <Pay posting={posting} />
        {match && <Match {...match} />}
      </div>
      <div className="grid content-start gap-2">
        <TopTags posting={posting} />
        <Responsibilities posting={posting} />
        {fragment && (
          <p className="max-w-measure text-sm text-ink-2">
            …{" "}
            {fragment.map(({ text, isFound }, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
              isFound ? <mark key={at}>{text}</mark> : text,
            )}{" "}
            …
          </p>
        )}
        {note}
        <div className="flex flex-wrap items-center gap-x-4 text-xs text-ink-3">
          <time dateTime={posting.publishedAt}>{formatAge(posting.publishedAt, now)}</time>
          {posting.reality.complete && <span>Reality card complete</span>}
          {isUnconfirmed(posting, now) && (
            <span className="text-warn">
              <Mark name="clock" /> Not confirmed lately
            </span>
          )}
          {!posting.claimed && (
            <span className="text-warn">
              <Mark name="out" /> Not answered here
            </span>
          )}
          {actions}
        </div>
      </div>
    </li>
  );
}

function Pay({ posting: { salary } }: { posting: Pick<ListedPosting, "salary"> }) {
  const yearlyUsd = formatYearlyUsd(salary);
  return (
    <div>
      <p className="flex items-baseline justify-between gap-x-2">
        <span className="amount text-lg">{formatPay(salary)}</span>
        <span className="shrink-0 text-xs text-ink-3">{formatPeriod(salary.period)}</span>
      </p>
      <div className="mt-0.5">
        <RangeBar from={salary.yearlyUsd.min} to={salary.yearlyUsd.max} max={payScaleMaxUsd} ticks={3} />
      </div>
      {yearlyUsd && <p className="mt-0.5 text-xs text-ink-3 tabular-nums">{yearlyUsd}</p>}
    </div>
  );
}

function Match({ low, high }: MatchRange) {
  if (low === null || high === null) return <p className="text-sm text-ink-3">No requirements to match</p>;
  return (
    <div className="text-accent max-md:flex max-md:items-center max-md:gap-x-3">
      <p className="flex shrink-0 items-baseline justify-between gap-2">
        <span className="amount text-lg whitespace-nowrap">{low === high ? low : `${low}–${high}`}</span>
        <span className="text-xs">
          match<span className="sr-only"> of 100</span>
        </span>
      </p>
      <div className="grow">
        <RangeBar from={low} to={high} max={100} tone="accent" />
      </div>
    </div>
  );
}

const shownTags = 10;

/** Must before nice, as many as fit two lines, and how many more there are. */
function TopTags({ posting: { skills } }: { posting: Pick<ListedPosting, "skills"> }) {
  if (skills.length === 0) return null;
  const musts = skills.filter((skill) => skill.must).slice(0, shownTags);
  const nices = skills.filter((skill) => !skill.must).slice(0, shownTags - musts.length);
  const more = skills.length - musts.length - nices.length;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3.5 gap-y-0.5">
      {musts.length > 0 && <span className="sr-only">Must have: </span>}
      {musts.map((skill) => (
        <SkillTag key={skill.slug} skill={skill} />
      ))}
      {nices.map((skill, i) => (
        <span key={skill.slug}>
          {i === 0 && <span className="mr-2 text-xs text-ink-3">nice to have:</span>}
          <SkillTag skill={skill} />
        </span>
      ))}
      {more > 0 && <span className="text-xs text-ink-3">{more} more</span>}
    </p>
  );
}

const shownResponsibilities = 2;

/** What one would be responsible for: the first of it, and how much more; on a phone, as much as fits one line. */
function Responsibilities({
  posting: { responsibilities },
}: {
  posting: Pick<ListedPosting, "responsibilities">;
}) {
  if (responsibilities.length === 0) return null;
  const more = responsibilities.length - shownResponsibilities;
  return (
    <p className="text-sm text-ink-3 max-md:truncate">
      <span className="sr-only">Responsibilities: </span>
      {responsibilities
        .slice(0, shownResponsibilities)
        .map(({ label }) => label)
        .join("  ·  ")}
      {more > 0 && `  ·  ${more} more`}
    </p>
  );
}

function SkillTag({ skill }: { skill: ListedPosting["skills"][number] }) {
  return (
    <Tag quiet={!skill.must}>
      {skill.label}
      {skill.minYears !== null && <span className="text-ink-3"> {skill.minYears}y</span>}
    </Tag>
  );
}

function Dot() {
  return (
    <span aria-hidden="true" className="mx-1.5 text-ink-3">
      ·
    </span>
  );
}
