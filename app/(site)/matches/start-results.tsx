import type { ReactNode } from "react";
import { ButtonForm } from "@/app/_parts/button-form";
import { cardOf } from "@/app/_parts/search/card";
import { FailingFold } from "@/app/_parts/search/failing-fold";
import { PostingCards } from "@/app/_parts/search/posting-cards";
import { ResultsHead } from "@/app/_parts/search/results-head";
import { startProfileAction } from "@/app/_parts/start/actions";
import { readyStart } from "@/app/_parts/start/ready";
import { StartBox } from "@/app/_parts/start/start-box";
import { ButtonLink } from "@/app/_ui/button";
import type { Actor } from "@/lib/auth/input";
import { findNow } from "@/lib/clock";
import { makeSheets } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { type Start, startOf } from "@/lib/profiles/start";
import { parseParameters } from "@/lib/search/criteria";
import { countFailing, withoutFailing } from "@/lib/search/queries/match";
import { readCriteria, search } from "@/lib/search/queries/search";

/** Matches that are shown before there is a profile. */
const shown = 20;

/** For a reader without a profile: the box to say something in, and the best matches of what was said, of which nothing is kept. */
export async function StartResults({ actor, asked }: { actor: Actor | null; asked: URLSearchParams }) {
  const start = startOf(asked);
  const { profile, faults } = await readyStart(start);
  return (
    <div className="grid gap-8">
      <StartBox path="/matches" start={start} faults={faults} submit="Show my matches" />
      {profile ? (
        <StartMatches profile={profile} start={start} keep={<Keep actor={actor} start={start} />} />
      ) : (
        actor && (
          <p className="flex flex-wrap gap-3">
            <ButtonLink href="/profile/import">Import a résumé</ButtonLink>
            <ButtonLink href="/profile/pass">Answer a few questions</ButtonLink>
          </p>
        )
      )}
    </div>
  );
}

async function StartMatches({
  profile,
  start,
  keep,
}: {
  profile: ReadyProfile;
  start: Start;
  keep: ReactNode;
}) {
  // The pages of the postings show the sheet of what was said.
  const query = `?${new URLSearchParams(start)}`;
  const { criteria } = parseParameters(new URLSearchParams({ sort: "match" }));
  const { ready, labels } = await readCriteria(criteria);
  const [answer, failing, now] = await Promise.all([
    search(withoutFailing(ready, profile), { limit: shown }, labels, profile),
    countFailing(ready, profile),
    findNow(),
  ]);
  if (!answer) throw new Error("a search without a cursor has a first page");
  const made = await makeSheets(answer.postings, profile);
  return (
    <section aria-labelledby="best">
      <h2 id="best" className="sr-only">
        Your best matches
      </h2>
      {keep}
      <ResultsHead total={answer.total} sorts={[]} />
      <PostingCards
        back={`/matches${query}`}
        cards={answer.postings.map((posting) =>
          cardOf(posting, {
            href: `/jobs/${posting.slug}${query}`,
            now,
            match: { made: made.get(posting.id), profile, query },
          }),
        )}
      />
      {failing.total > 0 && <FailingFold failing={failing} />}
    </section>
  );
}

/** The way to more than this list: an account, or for who has one, the profile. */
function Keep({ actor, start }: { actor: Actor | null; start: Start }) {
  const query = new URLSearchParams({ next: `/matches?${new URLSearchParams(start)}` });
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
      {actor ? (
        <ButtonForm action={startProfileAction} values={start} size="md">
          Save this as my profile
        </ButtonForm>
      ) : (
        <ButtonLink href={`/sign-in?${query}`}>Sign in to keep this</ButtonLink>
      )}
      <p className="text-sm text-ink-3">
        With a profile you see all matches, get new ones by e-mail, and apply without typing it again.
      </p>
    </div>
  );
}
