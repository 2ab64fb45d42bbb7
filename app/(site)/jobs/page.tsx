import type { Metadata } from "next";
import { cache } from "react";
import { ListLayout } from "@/app/_ui/list-layout";
import { Pagination } from "@/app/_ui/pagination";
import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { asRefusal } from "@/lib/errors";
import { type Made, makeSheets } from "@/lib/matching/queries/matches";
import { findMatchable } from "@/lib/matching/queries/own";
import { failingGates } from "@/lib/matching/rules/gates";
import { counted } from "@/lib/plural";
import type { ListedPosting, PageFacts } from "@/lib/postings/shape";
import { listHiddenAmong } from "@/lib/profiles/queries/hidden";
import { savedText } from "@/lib/saved/rules";
import { parseParameters, parseSearch } from "@/lib/search/criteria";
import { nameOf } from "@/lib/search/naming";
import { countFailing, failingCursor } from "@/lib/search/queries/match";
import { readCriteria, search } from "@/lib/search/queries/search";
import { type Fragment, listFragments } from "@/lib/search/queries/text";
import { listWaysOn } from "@/lib/search/queries/ways-on";
import { findSentence } from "@/lib/search/sentence";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { ActiveFilters } from "../../_parts/search/active-filters";
import { cardOf } from "../../_parts/search/card";
import { Facets } from "../../_parts/search/facets";
import { FailingFold } from "../../_parts/search/failing-fold";
import { FeedLink, feedsInHead } from "../../_parts/search/feed-links";
import { MendedWords } from "../../_parts/search/mended-words";
import { NothingFound } from "../../_parts/search/nothing-found";
import { PostingCards } from "../../_parts/search/posting-cards";
import { readerMarks } from "../../_parts/search/reader-marks";
import { ResultsHead } from "../../_parts/search/results-head";
import { SearchFaults } from "../../_parts/search/search-faults";
import { SearchForm } from "../../_parts/search/search-form";
import { SearchKeys } from "../../_parts/search/search-keys";
import {
  filterChips,
  isUnfolded,
  keptParams,
  postingHref,
  type SearchPlace,
  searchHref,
  sortChoices,
  toSearchParams,
  unfoldedIn,
} from "../../_parts/search/search-view";
import { NoMatchOrder } from "./_parts/no-match-order";
import { SaveSearch } from "./_parts/save-search";
import { TooSlow } from "./_parts/too-slow";

/** The search of an address, asked once for the page and for its head. */
const loadResults = cache(async (address: string) => {
  const parsed = await parseSearch(new URLSearchParams(address));
  const { ready, faults, labels, mended } = await readCriteria(parsed.criteria);
  const actor = await currentActor();
  const mine = await findMatchable(actor);
  const found = await search(ready, parsed.paging, labels, mine);
  // A cursor of another search is ignored: the first page answers.
  const answer = found ?? (await search(ready, { limit: parsed.paging.limit }, labels, mine));
  if (!answer) throw new Error("a search without a cursor has a first page");
  const name = nameOf(ready.criteria, labels);
  return { parsed, ready, labels, faults, mended, actor, mine, found, answer, name };
});

const isTooSlow = (error: unknown) => asRefusal(error)?.code === "too_slow";

export async function generateMetadata({ searchParams }: PageProps<"/jobs">): Promise<Metadata> {
  try {
    const { ready, answer, name } = await loadResults(toSearchParams(await searchParams).toString());
    const many = counted(answer.total, "backend job");
    return {
      title: name ? `${name}: ${many}` : many,
      description: `${[many, name].filter(Boolean).join(": ")}. Each shows its pay and what it requires.`,
      alternates: { canonical: "./", ...feedsInHead(ready.criteria, name) },
    };
  } catch (error) {
    if (!isTooSlow(error)) throw error;
    return { title: "Backend jobs" };
  }
}

export default async function JobsPage({ searchParams }: PageProps<"/jobs">) {
  const address = toSearchParams(await searchParams).toString();
  try {
    return await resultsPage(address);
  } catch (error) {
    if (!isTooSlow(error)) throw error;
    return <TooSlow criteria={parseParameters(new URLSearchParams(address)).criteria} />;
  }
}

async function resultsPage(address: string) {
  const { parsed, ready, labels, faults, mended, actor, mine, found, answer, name } =
    await loadResults(address);
  const { criteria } = ready;
  const byMatch = criteria.sort === "match" ? mine : undefined;
  const at: SearchPlace = { path: "/jobs", extra: unfoldedIn(new URLSearchParams(address)) };
  const chips = filterChips(answer, criteria, at);
  const ids = answer.postings.map(({ id }) => id);
  const back = `/jobs?${address}`;
  const [now, rates, failing] = await Promise.all([
    findNow(),
    isUnfolded("salary", at) ? listRates() : [],
    byMatch ? countFailing(ready, byMatch) : null,
  ]);
  const [marks, hidden, fragments, made, ways, sentence] = await Promise.all([
    readerMarks(actor, ids, now),
    actor ? listHiddenAmong(actor, ids) : new Set<string>(),
    criteria.q ? listFragments(criteria.q, ids) : new Map<string, Fragment>(),
    mine ? makeSheets(answer.postings, mine) : new Map<string, Made>(),
    answer.total === 0 ? listWaysOn(ready, labels) : [],
    findSentence(criteria, labels),
  ]);
  const fails = ({ id }: { id: string }) => {
    const sheet = made.get(id)?.sheet;
    return sheet !== undefined && failingGates(sheet.gates).length > 0;
  };
  const behind = byMatch ? answer.postings.filter(fails) : [];
  const list = (postings: readonly (ListedPosting & PageFacts)[]) => (
    <PostingCards
      back={back}
      cards={postings.map((posting) => {
        const { id, slug, title } = posting;
        if (hidden.has(id)) return { hidden: { id, title } };
        return {
          ...cardOf(posting, {
            href: postingHref(slug, criteria),
            now,
            fragment: fragments.get(id),
            match: mine && { made: made.get(id), profile: mine },
          }),
          ...marks(posting),
          ...(actor && { canHide: true }),
        };
      })}
    />
  );

  return (
    <>
      <h1 className="pt-6 pb-3 text-xl font-semibold tracking-tight">Backend jobs</h1>
      <SearchForm
        q={sentence?.line ?? criteria.q}
        kept={keptParams(criteria, ...(sentence?.says ?? ["q"]), "sort")}
      />
      <div className="mt-1 mb-4 grid gap-4">
        <SearchFaults faults={[...parsed.faults, ...faults]} />
        <MendedWords mended={mended} criteria={criteria} />
        {criteria.sort === "match" && !mine && (
          <NoMatchOrder isSignedIn={actor !== null} at={searchHref(criteria)} />
        )}
        <ActiveFilters filters={chips} total={answer.total} clearHref="/jobs" />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <SaveSearch actor={actor} kept={savedText(criteria, parsed.criteria.q)} back={back} />
          <FeedLink criteria={criteria} />
        </div>
      </div>
      <ListLayout
        inForce={chips.length}
        show={`Show ${counted(answer.total, "posting")}`}
        facets={
          <Facets
            answer={answer}
            criteria={criteria}
            currencies={rates.map((rate) => rate.currency)}
            at={at}
          />
        }
      >
        <ResultsHead total={answer.total} sorts={sortChoices(criteria, mine !== undefined)} />
        {answer.total === 0 && <NothingFound chips={chips} said={name} ways={ways} />}
        {list(answer.postings.slice(0, answer.postings.length - behind.length))}
        {byMatch && failing && failing.total > 0 && (
          <FailingFold
            failing={failing}
            isOpen={behind.length === answer.postings.length}
            href={behind.length > 0 ? undefined : searchHref(criteria, failingCursor(ready, byMatch))}
          >
            {behind.length > 0 && list(behind)}
          </FailingFold>
        )}
        <div className="mt-6">
          <Pagination
            shown={answer.postings.length}
            total={answer.total}
            unit="postings"
            nextHref={answer.next ? searchHref(criteria, answer.next) : undefined}
            firstHref={found && parsed.paging.cursor ? searchHref(criteria) : undefined}
          />
          <SearchKeys />
        </div>
      </ListLayout>
    </>
  );
}
