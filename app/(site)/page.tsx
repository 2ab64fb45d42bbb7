import type { Metadata } from "next";
import { Section } from "@/app/_ui/section";
import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { parseParameters } from "@/lib/search/criteria";
import { readCriteria, search } from "@/lib/search/queries/search";
import { bands } from "@/lib/taxonomy/terms";
import { bandWords, bandYears } from "@/lib/taxonomy/words";
import { postARole } from "../_parts/bar";
import { cardOf } from "../_parts/search/card";
import { feedsInHead } from "../_parts/search/feed-links";
import { NoPostings } from "../_parts/search/nothing-found";
import { PostingCards } from "../_parts/search/posting-cards";
import { readerMarks } from "../_parts/search/reader-marks";
import { SearchForm } from "../_parts/search/search-form";
import { type IndexEntry, IndexList } from "./_parts/index-list";
import { Promises } from "./_parts/promises";
import { WaitingForYou } from "./_parts/waiting";

const { criteria } = parseParameters(new URLSearchParams());

export const metadata: Metadata = { alternates: { canonical: "./", ...feedsInHead(criteria, "") } };

export default async function HomePage() {
  const [{ ready, labels }, now, actor] = await Promise.all([
    readCriteria(criteria),
    findNow(),
    currentActor(),
  ]);
  const answer = await search(ready, { limit: 6 }, labels);
  if (!answer) throw new Error("a search without a cursor has a first page");
  const { facets, total, postings } = answer;
  const ids = postings.map(({ id }) => id);
  const marks = await readerMarks(actor, ids, now);
  const entries = (name: "skill" | "responsibility", most: number): IndexEntry[] =>
    facets[name]
      .slice(0, most)
      .map(({ value, label, count }) => ({ href: `/jobs?${name}=${value}`, label, count }));

  return (
    <>
      <div className="pt-10 pb-9 md:pt-16">
        <h1 className="max-w-[24ch] text-2xl leading-[1.08] font-semibold tracking-tight md:text-3xl">
          Backend jobs that show their pay and requirements
        </h1>
        <p className="mt-3 mb-6 text-md text-ink-2">
          {total === 0 ? (
            "Every posting here shows its pay."
          ) : (
            <>
              <span className="amount text-ink">{total.toLocaleString("en")}</span> open postings, all with
              their pay.
            </>
          )}
        </p>
        <div className="max-w-3xl">
          <SearchForm />
        </div>
        {!actor && (
          <p className="mt-4 text-ink-2">
            Hiring?{" "}
            <a href={postARole.href} className="link">
              {postARole.label}
            </a>
            , free of charge.
          </p>
        )}
      </div>
      <div className="grid gap-12">
        {actor ? <WaitingForYou actor={actor} /> : <Promises />}
        {total === 0 ? (
          <NoPostings />
        ) : (
          <>
            <Section
              title="Newest postings"
              note={
                <a href="/jobs" className="link">
                  All {total.toLocaleString("en")} postings
                </a>
              }
            >
              <PostingCards
                className="border-t border-rule"
                back="/"
                cards={postings.map((posting) => ({
                  ...cardOf(posting, { href: `/jobs/${posting.slug}`, now }),
                  ...marks(posting),
                }))}
              />
            </Section>
            <Section title="By experience">
              <IndexList
                columns="two"
                entries={bands.map((band) => ({
                  href: `/jobs?band=${band}`,
                  label: `${bandWords[band]}, ${bandYears[band]}`,
                  count: facets.band.find(({ value }) => value === band)?.count ?? 0,
                }))}
              />
            </Section>
            <Section title="By skill">
              <IndexList columns="three" entries={entries("skill", 30)} />
            </Section>
            <Section title="By responsibility">
              <IndexList columns="two" entries={entries("responsibility", 25)} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}
