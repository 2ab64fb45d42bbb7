"use client";

import type { ReactNode } from "react";

export type QueueRow = {
  key: string;
  href: string;
  title: ReactNode;
  /** One line under the title: whose it is, what it asks. */
  subtitle?: ReactNode;
  /** A StatusMark. */
  state: ReactNode;
  /** The loudest figure of the row, where it has one: pay, match. */
  figure?: ReactNode;
  /** Why it is here, or what speaks for care: short phrases. */
  reasons?: readonly ReactNode[];
  age: ReactNode;
  ageDateTime?: string;
  /** Forms with one button each; on phones they stand under the row. */
  actions?: ReactNode;
  /** A box to choose the row with, in lists of which several can be handled at once. */
  select?: ReactNode;
  current?: boolean;
};

/**
 * The desk: things that wait for a person, oldest first, each with what is needed to decide and the decision beside
 * it. On phones a row becomes a block with the same order.
 */
export function Queue({
  label,
  rows,
  empty,
}: {
  label: string;
  rows: readonly QueueRow[];
  empty?: ReactNode;
}) {
  if (rows.length === 0)
    return <div className="border-y border-rule py-8 text-ink-3">{empty ?? "Nothing waits."}</div>;
  return (
    <ol aria-label={label} className="border-t-2 border-ink">
      {rows.map((row) => (
        <li
          key={row.key}
          className={`grid gap-x-6 gap-y-2 border-b border-rule py-3 md:grid-cols-[8.5rem_minmax(0,1fr)_auto] ${
            row.current ? "bg-raised md:-mx-4 md:px-4" : ""
          }`}
        >
          <div className="flex items-center justify-between gap-4 md:flex-col md:items-start md:justify-start md:gap-0.5">
            {row.select ? (
              <span className="flex items-center gap-2">
                {row.select}
                {row.state}
              </span>
            ) : (
              row.state
            )}
            <time dateTime={row.ageDateTime} className="text-sm text-ink-3 tabular-nums">
              {row.age}
            </time>
          </div>
          <div className="min-w-0">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <a
                href={row.href}
                className="plain-link text-md font-semibold"
                aria-current={row.current || undefined}
              >
                {row.title}
              </a>
              {row.figure && <span className="amount">{row.figure}</span>}
            </div>
            {row.subtitle && <p className="text-sm text-ink-2">{row.subtitle}</p>}
            {row.reasons && row.reasons.length > 0 && (
              <ul className="mt-1 grid gap-0.5 text-sm">
                {row.reasons.map((reason, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no identity and never move
                  <li key={i} className="flex gap-2">
                    <span aria-hidden="true" className="text-ink-3">
                      –
                    </span>
                    <span className="min-w-0">{reason}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {row.actions && <div className="flex flex-wrap items-start gap-2">{row.actions}</div>}
        </li>
      ))}
    </ol>
  );
}

/** The page behind a row: the decision, and the thing itself. Where there is room the decision is beside it, and stays in sight. */
export function DeskPage({ children, decision }: { children: ReactNode; decision: ReactNode }) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <aside className="min-w-0 lg:sticky lg:top-6 lg:col-start-2 lg:max-h-[calc(100vh-3rem)] lg:self-start lg:overflow-y-auto">
        {decision}
      </aside>
      <div className="min-w-0 lg:col-start-1 lg:row-start-1">{children}</div>
    </div>
  );
}
