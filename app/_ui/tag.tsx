import type { ReactNode } from "react";
import { Mark } from "./mark";

/**
 * A choice in force that can be taken off: a link to the page without it. `gain` says what taking it off would give.
 */
export function RemovableTag({
  href,
  name,
  children,
  gain,
}: {
  href: string;
  name: ReactNode;
  children: ReactNode;
  gain?: ReactNode;
}) {
  return (
    <a
      href={href}
      data-keep-scroll
      className="group inline-flex min-h-9 items-stretch rounded border border-control text-sm hover:border-ink"
    >
      <span className="sr-only">Remove </span>
      <span className="flex items-center gap-1.5 px-2.5">
        <span className="text-ink-3">{name}</span>
        <span className="font-medium">{children}</span>
        <Mark name="cross" className="text-ink-3 group-hover:text-ink" />
      </span>
      {gain && (
        <span className="figure flex items-center border-l border-rule px-2 text-xs text-ink-2">{gain}</span>
      )}
    </a>
  );
}
