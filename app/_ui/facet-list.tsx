"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Mark } from "./mark";

/** `value` is a key. An answer that would give nothing is text, not a link. */
export type FacetValue = { value: string; label: string; count?: number; href: string; chosen?: boolean };

/**
 * One question with its answers as links, each with the total it would give where that is counted. What is folded away is not on the page: it
 * comes when it is unfolded, from `foldedHref`, which leads there without JavaScript too. `more` are answers beyond those shown.
 */
export function FacetList({
  title,
  values,
  more = 0,
  isOpen,
  foldedHref,
  children,
}: {
  title: string;
  values: readonly FacetValue[];
  more?: number;
  isOpen: boolean;
  foldedHref: string;
  /** A form under the answers. */
  children?: ReactNode;
}) {
  const fold = useRef<HTMLDetailsElement>(null);
  // Also after the page came with another facet: one that was unfolded meanwhile is not in it yet. After all effects: one of them ends the waiting.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address means a new page
  useEffect(() => queueMicrotask(() => load(fold.current)), [foldedHref]);
  return (
    <details
      ref={fold}
      open={isOpen}
      onToggle={() => load(fold.current)}
      className="group/facet border-t border-rule"
    >
      <summary className="flex min-h-11 items-center justify-between gap-2 font-semibold">
        {title}
        <Mark name="down" className="text-ink-3 group-open/facet:rotate-180" />
      </summary>
      {isOpen ? (
        <>
          {values.length > 0 && (
            <ul className={more > 0 ? "" : "pb-3"}>
              {values.map((one) => (
                <FacetItem key={one.value} {...one} />
              ))}
            </ul>
          )}
          {more > 0 && <Unfold href={foldedHref}>{more} more</Unfold>}
          {children}
        </>
      ) : (
        <Unfold href={foldedHref} isFold>
          Show {title.toLowerCase()}
        </Unfold>
      )}
    </details>
  );
}

function Unfold({ href, isFold, children }: { href: string; isFold?: boolean; children: ReactNode }) {
  return (
    <a
      href={href}
      rel="nofollow"
      data-keep-scroll
      data-replace
      data-fold={isFold}
      className="link mb-3 inline-flex min-h-9 items-center text-sm"
    >
      {children}
    </a>
  );
}

/**
 * With JavaScript, unfolding is enough: the link within is followed. While another page is on its way the link is that of the old one, which would
 * fold what the new one unfolds: then the new page follows its own.
 */
function load(fold: HTMLDetailsElement | null) {
  if (fold?.open && !document.documentElement.hasAttribute("data-navigating"))
    fold.querySelector<HTMLElement>("a[data-fold]")?.click();
}

function FacetItem({ label, count, href, chosen }: FacetValue) {
  const figures = count !== undefined && <b>{count.toLocaleString("en")}</b>;
  if (count === 0 && !chosen)
    return (
      <li className="facet">
        {label}
        {figures}
      </li>
    );
  return (
    <li>
      <a href={href} data-keep-scroll aria-current={chosen ? "true" : undefined} className="facet">
        {label}
        {chosen && <span className="sr-only">, chosen: take it off</span>}
        {figures}
      </a>
    </li>
  );
}
