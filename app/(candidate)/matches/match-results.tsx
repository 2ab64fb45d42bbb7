import { ActiveFilters } from "@/app/_parts/search/active-filters";
import { Facets } from "@/app/_parts/search/facets";
import { HideButton } from "@/app/_parts/search/hiding";
import { MendedWords } from "@/app/_parts/search/mended-words";
import { NothingFound } from "@/app/_parts/search/nothing-found";
import { PostingRow } from "@/app/_parts/search/posting-row";
import { readerMarks } from "@/app/_parts/search/reader-marks";
import { ResultsHead } from "@/app/_parts/search/results-head";
import { SearchFaults } from "@/app/_parts/search/search-faults";
import { SearchKeys } from "@/app/_parts/search/search-keys";
import { filterChips, postingHref, type SearchPlace, searchHref } from "@/app/_parts/search/search-view";
import { ListLayout } from "@/app/_ui/list-layout";
import { Pagination } from "@/app/_ui/pagination";
import type { Actor } from "@/lib/auth/input";
import { findNow } from "@/lib/clock";
import { makeSheets } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { counted } from "@/lib/plural";
import { parseSearch } from "@/lib/search/criteria";
import { countFailing, withoutFailing, withoutHidden } from "@/lib/search/queries/match";
import { readCriteria, search } from "@/lib/search/queries/search";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { GatesForm } from "./gates-form";
import { MatchNote } from "./match-note";
import { TellMe } from "./tell-me";

const noCriteria = parseSearch(new URLSearchParams()).criteria;

/** A search in the order of the profile's matches, without what its reader hid, and where they say so without what fails a gate. */
export async function MatchResults({
  actor,
  profile,
  asked,
}: {
  actor: Actor;
  profile: ReadyProfile;
  asked: URLSearchParams;
}) {
  const { criteria: given, paging, faults } = parseSearch(asked);
  const { ready: searched, faults: names, labels, mended } = await readCriteria({ ...given, sort: "match" });
  const ready = withoutHidden(searched, actor);
  const hides = asked.get("gates") === "hide";
  const at: SearchPlace = { path: "/matches", extra: hides ? [["gates", "hide"]] : [] };
  const wanted = hides ? withoutFailing(ready, profile) : ready;
  const [found, failing, rates, now] = await Promise.all([
    search(wanted, paging, labels, profile),
    countFailing(ready, profile),
    listRates(),
    findNow(),
  ]);
  // A cursor of another search, or of the profile as it was, is ignored: the first page answers.
  const answer = found ?? (await search(wanted, { limit: paging.limit }, labels, profile));
  if (!answer) throw new Error("a search without a cursor has a first page");
  const criteria = { ...ready.criteria, sort: undefined };
  const back = searchHref(criteria, paging.cursor, at);
  const [made, marks] = await Promise.all([
    makeSheets(answer.postings, profile),
    readerMarks(
      actor,
      answer.postings.map(({ id }) => id),
      { back, now },
    ),
  ]);
  const chips = filterChips(answer, criteria, at);
  const facets = (
    <Facets answer={answer} criteria={criteria} currencies={rates.map(({ currency }) => currency)} at={at} />
  );
  return (
    <>
      <div className="mb-4 grid gap-4">
        <SearchFaults faults={[...faults, ...names]} />
        <MendedWords mended={mended} criteria={criteria} at={at} />
        <ActiveFilters filters={chips} total={answer.total} clearHref={searchHref(noCriteria, null, at)} />
      </div>
      <ListLayout
        inForce={chips.length}
        facets={facets}
        show={`Show ${counted(answer.total, "match", "matches")}`}
      >
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <GatesForm criteria={criteria} hides={hides} failing={failing} />
          <TellMe criteria={criteria} typed={given.q} profile={profile.facts} />
        </div>
        <ResultsHead total={answer.total} sorts={[]} />
        {answer.total === 0 && <NothingFound chips={chips} allHref="/matches" />}
        <ol data-postings>
          {answer.postings.map((posting) => (
            <PostingRow
              key={posting.id}
              posting={posting}
              href={postingHref(posting.slug, criteria)}
              match={made.get(posting.id)?.sheet}
              note={<MatchNote made={made.get(posting.id)} posting={posting} />}
              {...marks(posting)}
              actions={<HideButton posting={posting} back={back} />}
              now={now}
            />
          ))}
        </ol>
        <div className="mt-6">
          <Pagination
            shown={answer.postings.length}
            total={answer.total}
            unit="matches"
            nextHref={answer.next ? searchHref(criteria, answer.next, at) : undefined}
            firstHref={found && paging.cursor ? searchHref(criteria, null, at) : undefined}
          />
          <SearchKeys />
        </div>
      </ListLayout>
    </>
  );
}
