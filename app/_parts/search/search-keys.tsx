"use client";

import { useEffect } from "react";

/**
 * Keys of the list: "/" to the search box, j and k from posting to posting; Enter opens the one in focus, as any link. Back on the list, they go
 * on from the posting that was opened.
 */
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
    document.addEventListener("focusin", remember);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("focusin", remember);
    };
  }, []);
  return (
    <p className="mt-4 text-xs text-ink-3 max-md:hidden">
      Keys: <kbd>/</kbd> search, <kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>Enter</kbd> open
    </p>
  );
}

const cards = "[data-postings] h2 a";

/** Under which the browser's tab keeps where one was in the list at an address: the address of that card. */
const keyOf = () => `card ${location.pathname}${location.search}`;

function remember({ target }: FocusEvent) {
  if (target instanceof HTMLAnchorElement && target.matches(cards))
    sessionStorage.setItem(keyOf(), target.href);
}

function step(by: number) {
  // Without those that are folded.
  const links = [...document.querySelectorAll<HTMLAnchorElement>(cards)].filter((link) =>
    link.checkVisibility(),
  );
  const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
  const now = focused < 0 ? links.findIndex(({ href }) => href === sessionStorage.getItem(keyOf())) : focused;
  links[Math.min(links.length - 1, Math.max(0, now + by))]?.focus();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));
