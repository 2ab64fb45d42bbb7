"use client";

import { useEffect } from "react";

/** Keys of the list: "/" to the search box, j and k from posting to posting; Enter opens the one in focus, as any link. */
export function SearchKeys() {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "/") {
        const box = document.querySelector<HTMLInputElement>('search input[name="q"]');
        box?.focus();
        box?.select();
      } else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <p className="mt-4 text-xs text-ink-3 max-md:hidden">
      Keys: <kbd>/</kbd> search, <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Enter</kbd> open
    </p>
  );
}

function step(by: number) {
  // Without those that are folded.
  const links = [...document.querySelectorAll<HTMLElement>("[data-postings] h2 a")].filter((link) =>
    link.checkVisibility(),
  );
  const now = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, now + by))]?.focus();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
