import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A section of a long form that folds under its heading. `note` stays in sight: what is still needed, or that it is optional. */
export function FoldSection({
  title,
  note,
  isOpen,
  children,
  className,
}: {
  title: string;
  note?: ReactNode;
  isOpen: boolean;
  children: ReactNode;
  className?: string;
}) {
  return (
    <details open={isOpen} className="group/fold border-t-2 border-ink">
      <summary className="flex min-h-12 cursor-pointer flex-wrap items-center justify-between gap-x-6 py-2">
        <h2 className="text-md font-semibold">{title}</h2>
        <span className="flex items-center gap-3 text-sm text-ink-3">
          {note}
          <Mark name="down" className="group-open/fold:rotate-180" />
        </span>
      </summary>
      <div className={clsx("pt-2 pb-2", className)}>{children}</div>
    </details>
  );
}
