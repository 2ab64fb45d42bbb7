import type { Metadata } from "next";
import { SilentProfile } from "@/app/_parts/match-sheet/silent-profile";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { comparedPlaces, goodMatch, listWhatIfs, type WhatIf } from "@/lib/matching/queries/what-if";
import { counted } from "@/lib/plural";

export const metadata: Metadata = { title: "What if" };

export default async function WhatIfPage() {
  const actor = await requireActor("/matches/what-if");
  const gains = await listWhatIfs(actor);
  return (
    <>
      <PageHeader
        title="What if"
        lead="How your matches would change with one more skill. We rank all live postings again as if your profile had the skill, without years."
        crumbs={[{ href: "/matches", label: "Matches" }]}
      />
      {gains.length === 0 ? (
        <SilentProfile />
      ) : (
        <div className="grid max-w-3xl gap-8">
          {gains.map((gain) => (
            <Gain key={gain.slug} gain={gain} />
          ))}
        </div>
      )}
    </>
  );
}

function Gain({ gain: { slug, label, more, climbers } }: { gain: WhatIf }) {
  return (
    <Section
      title={
        <a href={`/skills/${slug}`} className="plain-link">
          {label}
        </a>
      }
      note={`${counted(more, "more posting")} at ${goodMatch} % or above`}
    >
      {climbers.length === 0 ? (
        <p className="text-ink-3">No posting would move up to your first page.</p>
      ) : (
        <ul className="border-b border-rule">
          {climbers.map(({ posting, from, to }) => (
            <li
              key={posting.slug}
              className="flex flex-wrap justify-between gap-x-6 border-t border-rule py-1.5"
            >
              <a href={`/jobs/${posting.slug}#match`} className="link">
                {posting.title}, {posting.company.name}
              </a>
              <span className="text-ink-2 tabular-nums">
                from {from === null ? `below the ${ordinal(comparedPlaces)}` : ordinal(from)} to {ordinal(to)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const rules = new Intl.PluralRules("en", { type: "ordinal" });
const ordinal = (place: number) => `${place.toLocaleString("en")}${endings[rules.select(place)]}`;
