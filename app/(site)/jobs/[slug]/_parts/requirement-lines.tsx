"use client";

import type { ReactNode } from "react";
import { Mark } from "@/app/_ui/mark";

/** One line of what is asked. `state` is what a profile makes of it, where there is one. */
export type RequirementLine = {
  key: string;
  label: string;
  /** The search for postings that ask the same. */
  href?: string;
  must: boolean;
  /** "3+ years", "or equal experience". */
  detail?: string | null;
  state?: ReactNode;
  reason?: ReactNode;
};

/** What the role asks, line by line: musts first, each a line of the match. */
export function RequirementLines({ lines }: { lines: readonly RequirementLine[] }) {
  const must = lines.filter((line) => line.must);
  const nice = lines.filter((line) => !line.must);
  return (
    <div className="grid gap-5">
      <Group title="Must have" lines={must} />
      <Group title="Nice to have" lines={nice} />
    </div>
  );
}

function Group({ title, lines }: { title: string; lines: readonly RequirementLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="eyebrow pb-1">
        {title} <span className="figure">{lines.length}</span>
      </h3>
      <ul>
        {lines.map((line) => (
          <li
            key={line.key}
            className="grid grid-cols-[1rem_minmax(5rem,1fr)_fit-content(65%)] items-baseline gap-x-3 border-t border-rule py-1.5"
          >
            <Mark
              name={line.must ? "dot" : "ring"}
              className={`translate-y-0.5 ${line.must ? "text-ink" : "text-ink-3"}`}
            />
            <span>
              {line.href ? (
                <a href={line.href} className="plain-link">
                  {line.label}
                </a>
              ) : (
                line.label
              )}
            </span>
            <span className="flex items-baseline gap-4">
              {line.detail && <span className="text-right text-sm text-ink-2">{line.detail}</span>}
              {line.state}
            </span>
            {line.reason && <p className="col-start-2 text-sm text-ink-3">{line.reason}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
