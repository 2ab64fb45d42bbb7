"use client";

import type { MatchSummary } from "@/app/_parts/match-sheet/summary";
import { Mark } from "@/app/_ui/mark";
import { RangeBar } from "@/app/_ui/range-bar";
import type { Card } from "./card";
import { CardForm, CardRefusal, HiddenRow, HideButton, StarButton } from "./card-form";
import { payScaleMaxUsd } from "./pay-scale";

/** A posting that the reader hid, in its place in a list. `isNew`: it was hidden just now. */
export type HiddenCard = { hidden: { id: string; title: string }; isNew?: boolean };

/**
 * A list of postings. Drawn by one component with plain data, and not by the server's components: of a list of 20 those would send each
 * element twice, and take four times as long. `back` is the page's own address. `undo`: where the list leaves out what its
 * reader hid, the row of one that was hidden just now stays, with the way back.
 */
export function PostingCards({
  cards,
  back,
  undo = false,
  className = "",
}: {
  cards: readonly (Card | HiddenCard)[];
  back: string;
  undo?: boolean;
  className?: string;
}) {
  const list = (
    <ol data-postings className={`cards ${className}`}>
      {cards.map((card) =>
        "hidden" in card ? (
          <HiddenRow key={card.hidden.id} posting={card.hidden} isNew={card.isNew} />
        ) : (
          <PostingCard key={card.id} card={card} back={back} />
        ),
      )}
    </ol>
  );
  const isSignedIn = cards.some((card) => "hidden" in card || card.isSaved !== undefined);
  return isSignedIn ? (
    <CardForm
      ids={cards.map((card) => ("hidden" in card ? card.hidden.id : card.id))}
      back={back}
      undo={undo}
    >
      {list}
    </CardForm>
  ) : (
    list
  );
}

/** One posting in a list. Pay and match are the loudest things in it, one under the other; the rest is what decides whether to open it. */
function PostingCard({ card, back }: { card: Card; back: string }) {
  const { match } = card;
  return (
    <li id={card.id}>
      <div>
        <div className="card-head">
          <h2>
            <a href={card.href} className="plain-link py-1">
              {card.title}
            </a>
          </h2>
          {card.isSaved !== undefined ? (
            <StarButton posting={card} isSaved={card.isSaved} />
          ) : (
            <a
              href={`/sign-in?next=${encodeURIComponent(`${back}#${card.id}`)}`}
              rel="nofollow"
              title="Save"
              aria-label={`Save ${card.title}`}
              className="star"
            >
              <Mark name="star" />
            </a>
          )}
        </div>
        <p className="text-ink-2">
          <b className="font-medium text-ink">{card.company}</b>
          {card.isVerified && (
            <>
              <Mark name="check" className="ml-1 text-accent" />
              <span className="sr-only"> (verified)</span>
            </>
          )}
          {`  ·  ${card.where}`}
        </p>
        <p className="text-sm text-ink-3">{card.facts}</p>
        {card.isSaved !== undefined && <CardRefusal postingId={card.id} />}
        {card.applied}
      </div>
      <div className="card-pay">
        <p>
          <span className="amount">{card.pay}</span>
          <span className="note">{card.period}</span>
        </p>
        <RangeBar from={card.yearly[0]} to={card.yearly[1]} max={payScaleMaxUsd} ticks={3} />
        {card.yearlyUsd && <p className="note tabular-nums">{card.yearlyUsd}</p>}
        {match && <MatchFigure {...match} />}
      </div>
      <div className="grid content-start gap-2">
        {(card.musts || card.nices) && (
          <p className="card-tags">
            {card.musts && <span className="sr-only">Must have: </span>}
            {card.musts}
            {card.nices && (
              <span>
                {card.musts && "  "}
                <small>nice to have:</small> {card.nices}
              </span>
            )}
            {card.moreSkills > 0 && <span> · {card.moreSkills} more</span>}
          </p>
        )}
        {card.responsibilities && (
          <p className="text-sm text-ink-3 max-md:truncate">
            <span className="sr-only">Responsibilities: </span>
            {card.responsibilities}
          </p>
        )}
        {card.fragment && (
          <p className="max-w-measure text-sm text-ink-2">
            …{" "}
            {card.fragment.map(({ text, isFound }, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never move
              isFound ? <mark key={at}>{text}</mark> : text,
            )}{" "}
            …
          </p>
        )}
        {match && <MatchNote {...match} />}
        <div className="card-foot">
          <time dateTime={card.publishedAt}>{card.age}</time>
          {card.marks.map((mark) => marks[mark])}
          {card.canHide && <HideButton posting={card} />}
        </div>
      </div>
    </li>
  );
}

const marks = {
  complete: <span key="complete">Reality card complete</span>,
  unconfirmed: (
    <span key="unconfirmed" className="text-warn">
      <Mark name="clock" /> Not confirmed lately
    </span>
  ),
  unanswered: (
    <span key="unanswered" className="text-warn">
      <Mark name="out" /> Not answered here
    </span>
  ),
};

function MatchFigure({ low, high }: MatchSummary) {
  if (low === null || high === null) return <p className="text-sm text-ink-3">No requirements to match</p>;
  return (
    <div className="match">
      <p className="flex items-baseline justify-between gap-2">
        <span className="amount whitespace-nowrap">{low === high ? low : `${low}–${high}`}</span>
        <span className="text-xs">
          match<span className="sr-only"> of 100</span>
        </span>
      </p>
      <RangeBar from={low} to={high} max={100} tone="accent" />
    </div>
  );
}

function MatchNote({ musts, unknown, fails }: MatchSummary) {
  return (
    <div className="grid gap-1 text-sm text-ink-2">
      {(musts || unknown) && (
        <p className="flex flex-wrap items-baseline gap-x-4">
          {musts && (
            <a href={musts.href} className="link">
              {musts.words}
            </a>
          )}
          {unknown && <span className="text-ink-3">Biggest unknown: {unknown}</span>}
        </p>
      )}
      {fails.length > 0 && (
        <ul>
          {fails.map(({ gate, words }) => (
            <li key={gate}>
              <span className="text-bad">
                <Mark name="cross" /> Fails on {gate}:
              </span>{" "}
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
