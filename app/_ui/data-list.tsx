"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";

/** Facts as label and value, a line each: labels in one narrow column, values in the other. */
export function DataList({ children, className }: { children: ReactNode; className?: string }) {
  return <dl className={clsx("border-b border-rule", className)}>{children}</dl>;
}

/** One fact. What nobody said is a dash that is read out as "not stated". */
export function DataItem({ label, children }: { label: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-4 border-t border-rule py-1.5">
      <dt className="text-sm leading-6 text-ink-3">{label}</dt>
      <dd>{children ?? <Unstated />}</dd>
    </div>
  );
}

/** The dotted line between an entry and its figure. */
export function Leader() {
  return (
    <span
      aria-hidden="true"
      className="min-w-4 flex-1 translate-y-[-0.25em] border-b border-dotted border-control"
    />
  );
}

export function Unstated({ children = "not stated" }: { children?: ReactNode }) {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{children}</span>
    </span>
  );
}
