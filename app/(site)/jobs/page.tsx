import type { Metadata } from "next";
import { ListLayout } from "@/app/_ui/list-layout";
import { Pagination } from "@/app/_ui/pagination";
import { findNow } from "@/lib/events/queries";
import { parseSearch } from "@/lib/search/criteria";
import { readCriteria, search } from "@/lib/search/queries/search";
import { type Fragment, listFragments } from "@/lib/search/queries/text";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { ActiveFilters } from "./_parts/active-filters";
import { Facets } from "./_parts/facets";
import { MendedWords } from "./_parts/mended-words";
import { NothingFound } from "./_parts/nothing-found";
import { PostingRow } from "./_parts/posting-row";
import { ResultsHead } from "./_parts/results-head";
import { SearchFaults } from "./_parts/search-faults";
import { SearchForm } from "./_parts/search-form";
import { SearchKeys } from "./_parts/search-keys";
import {
  filterChips,
  keptParams,
  postingHref,
  searchHref,
  sortChoices,
  toSearchParams,
} from "./_parts/search-view";

export const metadata: Metadata = { title: "Backend jobs" };

export default async function JobsPage({ searchParams }: PageProps<"/jobs">) {
  const parsed = parseSearch(toSearchParams(await searchParams));
  const { ready, faults, labels, mended } = await readCriteria(parsed.criteria);
  const { criteria } = ready;
  const { cursor, limit } = parsed.paging;
  const [found, rates] = await Promise.all([search(ready, parsed.paging, labels), listRates()]);
  // A cursor of another search is ignored: the first page answers.
  const answer = found ?? (await search(ready, { limit }, labels));
  if (!answer) throw new Error("a search without a cursor has a first page");
  const chips = filterChips(answer, criteria);
  const ids = answer.postings.map(({ id }) => id);
  const [now, fragments] = await Promise.all([
    findNow(),
    criteria.q ? listFragments(criteria.q, ids) : new Map<string, Fragment>(),
  ]);

  return (
    <>
      <h1 className="pt-6 pb-3 text-xl font-semibold tracking-tight">Backend jobs</h1>
      <SearchForm q={criteria.q} kept={keptParams(criteria, "q", "sort")} />
      <div className="my-4 grid gap-4">
        <SearchFaults faults={[...parsed.faults, ...faults]} />
        <MendedWords mended={mended} criteria={criteria} />
        <ActiveFilters filters={chips} total={answer.total} clearHref="/jobs" />
      </div>
      <ListLayout
        inForce={chips.length}
        facets={
          <Facets answer={answer} criteria={criteria} currencies={rates.map((rate) => rate.currency)} />
        }
      >
        <ResultsHead total={answer.total} sorts={sortChoices(criteria)} />
        {answer.total === 0 && <NothingFound chips={chips} />}
        <ol data-postings>
          {answer.postings.map((posting) => (
            <PostingRow
              key={posting.id}
              posting={posting}
              href={postingHref(posting.slug, criteria)}
              fragment={fragments.get(posting.id)}
              now={now}
            />
          ))}
        </ol>
        <div className="mt-6">
          <Pagination
            shown={answer.postings.length}
            total={answer.total}
            unit="postings"
            nextHref={answer.next ? searchHref(criteria, answer.next) : undefined}
            firstHref={found && cursor ? searchHref(criteria) : undefined}
          />
          <SearchKeys />
        </div>
      </ListLayout>
    </>
  );
}
