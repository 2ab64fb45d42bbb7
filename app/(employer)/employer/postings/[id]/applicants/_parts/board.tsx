"use client";

import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/app/_parts/button-form";
import { Mark } from "@/app/_ui/mark";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ApplicationState } from "@/lib/applications/lists";
import { moveTogetherAction } from "../../../../actions";

type Card = {
  id: string;
  state: ApplicationState;
  href: string;
  name: string;
  match: string | null;
  due: string | null;
  isOverdue: boolean;
  targets: readonly { to: ApplicationState; name: string }[];
};
type Column = {
  state: ApplicationState;
  name: string;
  total: number;
  allHref: string;
  cards: readonly Card[];
};

/** The states that an applicant is moved to without words. For all others their page asks for them. */
const withoutWords: readonly ApplicationState[] = ["screening", "hired"];

/** Columns of cards. A card is moved with its "Move to…", by keyboard too, or by dragging it to another column, which does the same. */
export function Board({ postingId, columns }: { postingId: string; columns: readonly Column[] }) {
  return (
    <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
      {columns.map((column) => (
        <ColumnOfCards key={column.state} postingId={postingId} column={column} />
      ))}
    </div>
  );
}

function ColumnOfCards({ postingId, column }: { postingId: string; column: Column }) {
  const { state, name, total, allHref, cards } = column;
  const target = useRef<HTMLElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => choiceIn(source.element, state) !== null,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        choiceIn(source.element, state)?.click();
      },
    });
  }, [state]);
  return (
    <section
      ref={target}
      aria-label={name}
      className={`min-w-0 border-t-2 pt-3 ${isOver ? "border-accent bg-raised" : "border-ink"}`}
    >
      <h2 className="mb-3 flex items-baseline justify-between text-md font-semibold">
        {name} <span className="figure text-sm text-ink-3">{total}</span>
      </h2>
      {cards.length === 0 ? (
        <p className="text-sm text-ink-3">Nobody.</p>
      ) : (
        <ol className="grid gap-2">
          {cards.map((card) => (
            <ApplicantCard key={card.id} postingId={postingId} card={card} />
          ))}
        </ol>
      )}
      {total > cards.length && (
        <a className="link mt-3 inline-flex min-h-9 items-center text-sm" href={allHref}>
          All {total}
        </a>
      )}
    </section>
  );
}

/** What moves the card to that state, as its "Move to…" has it; null where the map has no such move. */
const choiceIn = (card: Element, to: ApplicationState) =>
  card.querySelector<HTMLElement>(`[data-to="${to}"] :is(a, button)`);

function ApplicantCard({ postingId, card }: { postingId: string; card: Card }) {
  const { id, state, href, name, match, due, isOverdue, targets } = card;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!item.current || targets.length === 0) return;
    return draggable({ element: item.current });
  }, [targets.length]);
  return (
    <li ref={item} className="grid gap-1 border border-rule bg-paper px-3 py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <a
          href={href}
          className="plain-link inline-flex min-h-9 items-center font-semibold"
          draggable={false}
        >
          {name}
        </a>
        {match && <span className="amount text-sm">{match}</span>}
      </p>
      {due && <p className={`text-sm ${isOverdue ? "text-warn" : "text-ink-3"}`}>{due}</p>}
      {targets.length > 0 && (
        <details>
          <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 text-sm">
            <Mark name="down" />
            Move to…<span className="sr-only"> ({name})</span>
          </summary>
          <ul className="grid justify-items-start">
            {targets.map(({ to, name: word }) => (
              <li key={to} data-to={to}>
                {withoutWords.includes(to) ? (
                  <ActionForm
                    action={moveTogetherAction}
                    values={{ postingId, selected: `${id} ${state}`, to, view: "columns" }}
                  >
                    <SubmitButton look="quiet" size="sm" waiting="Moving…">
                      {word}
                    </SubmitButton>
                  </ActionForm>
                ) : (
                  <a
                    className="link inline-flex min-h-9 items-center px-3 text-sm"
                    href={`${href}?to=${to}#answer`}
                  >
                    {word}…
                  </a>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
