"use client";

import { buttonClass } from "./button";

/** From an open panel to the list that it narrows: folds the panel, which without a script stays open above the list. */
export function ShowResults({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      onClick={({ currentTarget }) => currentTarget.closest("details")?.removeAttribute("open")}
      className={buttonClass("primary", "md", "w-full")}
    >
      {children}
    </a>
  );
}
