import type { Metadata } from "next";
import { inWantedCurrency } from "@/app/_parts/match-sheet/gate-words";
import { rangeWords } from "@/app/_parts/match-sheet/range-words";
import { SilentProfile } from "@/app/_parts/match-sheet/silent-profile";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Mark } from "@/app/_ui/mark";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { goodMatch, listWhatIfs, type WhatIf } from "@/lib/matching/queries/what-if";
import { isSilent } from "@/lib/matching/rules/facts";
import { counted } from "@/lib/plural";
import { formatPay, formatPeriod } from "@/lib/postings/words";

const title = "Skills that would bring you more good matches";
export const metadata: Metadata = { title };

export default async function WhatIfPage() {
  const actor = await requireActor("/matches/what-if");
  const { profile, gains } = await listWhatIfs(actor);
  return (
    <>
      <PageHeader
        title={title}
        lead={`We rank the postings again as if your profile had one more skill, without years, and count those that rise to a match of ${goodMatch} % or more. Only postings count that fit what you want and that you have not applied to or hidden. Pay is counted by the upper end of its range.`}
        crumbs={[{ href: "/matches", label: "Matches" }]}
      />
      {!profile || isSilent(profile.facts) ? (
        <SilentProfile />
      ) : gains.length === 0 ? (
        <NoGain />
      ) : (
        <div className="grid max-w-3xl gap-8">
          {gains.map((gain) => (
            <Gain key={gain.slug} gain={gain} profile={profile} />
          ))}
        </div>
      )}
    </>
  );
}

function NoGain() {
  return (
    <EmptyState
      title={`No single skill would bring another posting to ${goodMatch} %`}
      action={
        <>
          <ButtonLink href="/profile/pass">Answer open questions</ButtonLink>
          <ButtonLink href="/profile?edit=wants#wants">Change what you want</ButtonLink>
        </>
      }
    >
      We tried the skills that the postings you could take ask for most and your profile does not mention.
      More answers in your profile, or wider wishes for pay and place, may change more.
    </EmptyState>
  );
}

function Gain({
  gain: { slug, label, more, medianUsd, best },
  profile: { facts, wanted },
}: {
  gain: WhatIf;
  profile: ReadyProfile;
}) {
  const median =
    inWantedCurrency(medianUsd, wanted, facts.wantedYearlyUsd) ??
    formatPay({ min: medianUsd, max: medianUsd, currency: "USD" });
  return (
    <Section
      title={
        <a href={`/skills/${slug}`} className="plain-link">
          {label}
        </a>
      }
      note={`${counted(more, "more posting")}, ${more === 1 ? "up to" : "median"} ${median} a year`}
    >
      <ul className="border-b border-rule">
        {best.map(({ posting, before, after }) => (
          <li
            key={posting.slug}
            className="grid gap-x-6 border-t border-rule py-1.5 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <a href={`/jobs/${posting.slug}#match`} className="link">
              {posting.title}, {posting.company.name}
            </a>
            <span className="text-ink-2 tabular-nums sm:row-span-2 sm:text-right">
              {rangeWords(before)} <Mark name="arrow" className="text-ink-3" />
              <span className="sr-only">would become</span> {rangeWords(after)}
            </span>
            <span className="text-sm text-ink-3">
              {formatPay(posting.salary)} {formatPeriod(posting.salary.period)}
            </span>
          </li>
        ))}
        {more > best.length && (
          <li className="border-t border-rule py-1.5 text-sm text-ink-3">and {more - best.length} more</li>
        )}
      </ul>
    </Section>
  );
}
