import type { Metadata } from "next";
import { cache } from "react";
import { ListLayout } from "@/app/_ui/list-layout";
import { Pagination } from "@/app/_ui/pagination";
import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { asRefusal } from "@/lib/errors";
import { type Made, makeSheets } from "@/lib/matching/queries/matches";
import { findMatchable } from "@/lib/matching/queries/own";
import { counted } from "@/lib/plural";
import { listHiddenAmong } from "@/lib/profiles/queries/hidden";
import { savedText } from "@/lib/saved/rules";
import { parseSearch } from "@/lib/search/criteria";
import { nameOf } from "@/lib/search/naming";
import { readCriteria, search } from "@/lib/search/queries/search";
import { type Fragment, listFragments } from "@/lib/search/queries/text";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { ActiveFilters } from "../../_parts/search/active-filters";
import { Facets } from "../../_parts/search/facets";
import { FeedLink, feedsInHead } from "../../_parts/search/feed-links";
import { HiddenRow, HideButton } from "../../_parts/search/hiding";
import { MendedWords } from "../../_parts/search/mended-words";
import { NothingFound } from "../../_parts/search/nothing-found";
import { PostingRow } from "../../_parts/search/posting-row";
import { readerMarks } from "../../_parts/search/reader-marks";
import { ResultsHead } from "../../_parts/search/results-head";
import { SearchFaults } from "../../_parts/search/search-faults";
import { SearchForm } from "../../_parts/search/search-form";
import { SearchKeys } from "../../_parts/search/search-keys";
import {
  filterChips,
  keptParams,
  postingHref,
  searchHref,
  sortChoices,
  toSearchParams,
} from "../../_parts/search/search-view";
import { NoMatchOrder } from "./_parts/no-match-order";
import { SaveSearch } from "./_parts/save-search";
import { TooSlow } from "./_parts/too-slow";

/** The search of an address, asked once for the page and for its head. */
const loadResults = cache(async (address: string) => {
  const parsed = parseSearch(new URLSearchParams(address));
  const { ready, faults, labels, mended } = await readCriteria(parsed.criteria);
  const actor = await currentActor();
  const mine = await findMatchable(actor);
  const found = await search(ready, parsed.paging, labels, mine);
  // A cursor of another search is ignored: the first page answers.
  const answer = found ?? (await search(ready, { limit: parsed.paging.limit }, labels, mine));
  if (!answer) throw new Error("a search without a cursor has a first page");
  const name = nameOf(ready.criteria, labels);
  return { parsed, criteria: ready.criteria, faults, mended, actor, mine, found, answer, name };
});

const isTooSlow = (error: unknown) => asRefusal(error)?.code === "too_slow";

export async function generateMetadata({ searchParams }: PageProps<"/jobs">): Promise<Metadata> {
  try {
    const { criteria, answer, name } = await loadResults(toSearchParams(await searchParams).toString());
    const many = counted(answer.total, "backend job");
    return {
      title: name ? `${name}: ${many}` : many,
      description: `${[many, name].filter(Boolean).join(": ")}. Each shows its pay and what it requires.`,
      alternates: feedsInHead(criteria, name),
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
    return <TooSlow criteria={parseSearch(new URLSearchParams(address)).criteria} />;
  }
}

async function resultsPage(address: string) {
  const { parsed, criteria, faults, mended, actor, mine, found, answer } = await loadResults(address);
  const chips = filterChips(answer, criteria);
  const ids = answer.postings.map(({ id }) => id);
  const back = `/jobs?${address}`;
  const [now, rates] = await Promise.all([findNow(), listRates()]);
  const [marks, hidden, fragments, made] = await Promise.all([
    readerMarks(actor, ids, { back, now }),
    actor ? listHiddenAmong(actor, ids) : new Set<string>(),
    criteria.q ? listFragments(criteria.q, ids) : new Map<string, Fragment>(),
    mine ? makeSheets(answer.postings, mine) : new Map<string, Made>(),
  ]);

  return (
    <>
      <h1 className="pt-6 pb-3 text-xl font-semibold tracking-tight">Backend jobs</h1>
      <SearchForm q={criteria.q} kept={keptParams(criteria, "q", "sort")} />
      <div className="my-4 grid gap-4">
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
          <Facets answer={answer} criteria={criteria} currencies={rates.map((rate) => rate.currency)} />
        }
      >
        <ResultsHead total={answer.total} sorts={sortChoices(criteria, mine !== undefined)} />
        {answer.total === 0 && <NothingFound chips={chips} />}
        <ol data-postings>
          {answer.postings.map((posting) =>
            hidden.has(posting.id) ? (
              <HiddenRow key={posting.id} posting={posting} back={back} />
            ) : (
              <PostingRow
                key={posting.id}
                posting={posting}
                href={postingHref(posting.slug, criteria)}
                match={made.get(posting.id)?.sheet}
                fragment={fragments.get(posting.id)}
                {...marks(posting)}
                actions={actor && <HideButton posting={posting} back={back} />}
                now={now}
              />
            ),
          )}
        </ol>
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
