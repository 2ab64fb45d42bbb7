"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A part of a page under a strong rule, with its heading and, at the right edge, a note or a way on. */
export function Section({
  title,
  note,
  id,
  children,
  className,
}: {
  title: ReactNode;
  note?: ReactNode;
  id?: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section id={id} className={clsx("border-t-2 border-ink pt-3", className)}>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-md font-semibold">{title}</h2>
        {note && <div className="text-sm text-ink-3">{note}</div>}
      </div>
      {children}
    </section>
  );
}
