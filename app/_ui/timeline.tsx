"use client";

import type { ReactNode } from "react";

export type TimelineEntry = {
  key: string;
  when: ReactNode;
  /** ISO time for machines. */
  dateTime?: string;
  title: ReactNode;
  detail?: ReactNode;
  /** The step that has not come yet, or the one we are at. */
  state?: "past" | "now" | "ahead";
};

/** What happened, in order, each at its time. Also the steps of a process: those ahead are hollow. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.key}
          aria-current={entry.state === "now" ? "step" : undefined}
          className="relative grid gap-x-6 border-l border-control pb-4 pl-5 last:border-transparent last:pb-0 sm:grid-cols-[1fr_auto]"
        >
          <span
            aria-hidden="true"
            className={`absolute top-2 -left-[4.5px] size-2 rounded-full border ${
              entry.state === "ahead"
                ? "border-control bg-paper"
                : entry.state === "now"
                  ? "border-accent bg-accent"
                  : "border-ink bg-ink"
            }`}
          />
          <p className={entry.state === "ahead" ? "text-ink-3" : "font-medium"}>{entry.title}</p>
          <time dateTime={entry.dateTime} className="text-sm text-ink-3 tabular-nums sm:text-right">
            {entry.when}
          </time>
          {entry.detail && <div className="text-sm text-ink-2 sm:col-span-2">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
