"use client";

import { Leader } from "@/app/_ui/data-list";

export type IndexEntry = { href: string; label: string; count: number };

/** An index as printed ones are set: entry, leader, figure, in as many columns as fit. */
export function IndexList({
  entries,
  columns,
}: {
  entries: readonly IndexEntry[];
  columns: "two" | "three";
}) {
  return (
    <ul className={columns === "two" ? "gap-x-10 sm:columns-2" : "gap-x-10 sm:columns-2 lg:columns-3"}>
      {entries.map((entry) => (
        <li key={entry.href} className="break-inside-avoid">
          <a href={entry.href} className="plain-link flex min-h-9 items-baseline gap-2 py-1.5">
            <span>{entry.label}</span>
            <Leader />
            <span className="figure text-sm text-ink-2">
              {entry.count.toLocaleString("en")}
              <span className="sr-only"> postings</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
