import { isId } from "@/app/_parts/id";
import { ActiveFilters } from "@/app/_parts/search/active-filters";
import { cardOf } from "@/app/_parts/search/card";
import { Facets } from "@/app/_parts/search/facets";
import { FailingFold, failingWords } from "@/app/_parts/search/failing-fold";
import { MendedWords } from "@/app/_parts/search/mended-words";
import { NothingFound } from "@/app/_parts/search/nothing-found";
import { PostingCards } from "@/app/_parts/search/posting-cards";
import { readerMarks } from "@/app/_parts/search/reader-marks";
import { ResultsHead } from "@/app/_parts/search/results-head";
import { SearchFaults } from "@/app/_parts/search/search-faults";
import { SearchKeys } from "@/app/_parts/search/search-keys";
import {
  filterChips,
  isUnfolded,
  postingHref,
  type SearchPlace,
  searchHref,
  unfoldedIn,
} from "@/app/_parts/search/search-view";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ListLayout } from "@/app/_ui/list-layout";
import { Pagination } from "@/app/_ui/pagination";
import type { Actor } from "@/lib/auth/input";
import { findNow } from "@/lib/clock";
import { makeSheets } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { counted } from "@/lib/plural";
import type { ListedPosting, PageFacts } from "@/lib/postings/shape";
import { listHiddenAmong } from "@/lib/profiles/queries/hidden";
import { listWantedBands } from "@/lib/profiles/queries/profile";
import { parseParameters, parseSearch } from "@/lib/search/criteria";
import {
  countFailing,
  listFailing,
  onlyFailing,
  withoutFailing,
  withoutHidden,
} from "@/lib/search/queries/match";
import { readCriteria, search } from "@/lib/search/queries/search";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { TellMe } from "./tell-me";

const noCriteria = parseParameters(new URLSearchParams()).criteria;

/** How many of the postings that fail a gate are folded behind the others; all of them are behind a link. */
const folded = 10;

/**
 * A search in the order of the profile's matches, without what its reader hid: what can be taken, and folded behind it what fails a gate. With
 * `failing=show` in the address, the list of the latter alone. Where the address sets no band, those that the profile looks for are set;
 * `levels=all` is an address from which they were taken off.
 */
export async function MatchResults({
  actor,
  profile,
  asked,
}: {
  actor: Actor;
  profile: ReadyProfile;
  asked: URLSearchParams;
}) {
  const { criteria: typed, paging, faults } = await parseSearch(asked);
  const bands = await listWantedBands(actor);
  const isDefault = !asked.has("band") && asked.get("levels") !== "all";
  const given = isDefault ? { ...typed, band: bands } : typed;
  const { ready: searched, faults: names, labels, mended } = await readCriteria({ ...given, sort: "match" });
  // Hidden just now: its row stays in its place, with the way back.
  const undo = asked.get("undo");
  const hiddenNow = isId(undo) && (await listHiddenAmong(actor, [undo])).has(undo) ? undo : undefined;
  const ready = withoutHidden(searched, actor, hiddenNow);
  const showsFailing = asked.get("failing") === "show";
  const takeablePlace: SearchPlace = {
    path: "/matches",
    extra: unfoldedIn(asked),
    // Without it the address would mean the bands of the profile again.
    withoutBand: bands.length > 0 ? [["levels", "all"]] : [],
  };
  const failingPlace: SearchPlace = {
    ...takeablePlace,
    extra: [["failing", "show"], ...takeablePlace.extra],
  };
  const at = showsFailing ? failingPlace : takeablePlace;
  const wanted = showsFailing ? onlyFailing(ready, profile) : withoutFailing(ready, profile);
  const [found, failing, behind, rates, now] = await Promise.all([
    search(wanted, paging, labels, profile),
    countFailing(ready, profile),
    showsFailing ? [] : listFailing(ready, profile, folded),
    isUnfolded("salary", at) ? listRates() : [],
    findNow(),
  ]);
  // A cursor of another search, or of the profile as it was, is ignored: the first page answers.
  const answer = found ?? (await search(wanted, { limit: paging.limit }, labels, profile));
  if (!answer) throw new Error("a search without a cursor has a first page");
  const criteria = { ...ready.criteria, sort: undefined };
  const back = searchHref(criteria, paging.cursor, at);
  const shown = [...answer.postings, ...behind];
  const [made, marks] = await Promise.all([
    makeSheets(shown, profile),
    readerMarks(
      actor,
      shown.map(({ id }) => id),
      now,
    ),
  ]);
  const total = answer.total - answer.postings.filter(({ id }) => id === hiddenNow).length;
  const chips = filterChips(answer, criteria, at);
  const list = (postings: readonly (ListedPosting & PageFacts)[]) => (
    <PostingCards
      back={back}
      undo
      cards={postings.map((posting) => {
        const { id, slug, title } = posting;
        if (id === hiddenNow) return { hidden: { id, title }, isNew: true };
        return {
          ...cardOf(posting, {
            href: postingHref(slug, criteria),
            now,
            match: { made: made.get(id), profile },
          }),
          ...marks(posting),
          canHide: true,
        };
      })}
    />
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
        facets={
          <Facets
            answer={answer}
            criteria={criteria}
            currencies={rates.map(({ currency }) => currency)}
            at={at}
          />
        }
        show={`Show ${counted(answer.total, "match", "matches")}`}
      >
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          {showsFailing && (
            <p>
              {failingWords(failing)}.{" "}
              <a href={searchHref(criteria, null, takeablePlace)} className="link">
                Back to the postings that fit what you want
              </a>
            </p>
          )}
          <TellMe criteria={criteria} typed={given.q} profile={profile.facts} />
        </div>
        <ResultsHead total={total} sorts={[]} />
        {total === 0 &&
          (failing.total > 0 ? (
            <NothingToTake />
          ) : (
            <NothingFound chips={chips} allHref={searchHref(noCriteria, null, at)} />
          ))}
        {list(answer.postings)}
        {!showsFailing && failing.total > 0 && (
          <FailingFold
            failing={failing}
            isOpen={total === 0 || behind.some(({ id }) => id === hiddenNow)}
            href={failing.total > behind.length ? searchHref(criteria, null, failingPlace) : undefined}
          >
            {list(behind)}
          </FailingFold>
        )}
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

function NothingToTake() {
  return (
    <EmptyState
      title="No posting fits everything you want"
      action={<ButtonLink href="/profile?edit=wants#wants">Change what you want</ButtonLink>}
    >
      The postings below fail on pay, place, time zone or employment, as your profile states them.
    </EmptyState>
  );
}
