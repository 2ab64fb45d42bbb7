"use client";

import type { NavLink } from "./nav-links";

/** The small print, and the addresses for machines. */
export function SiteFooter({ links }: { links: readonly NavLink[] }) {
  return (
    <footer className="no-print border-t border-rule bg-raised">
      <div className="page flex flex-wrap items-baseline justify-between gap-x-10 gap-y-2 py-6 text-sm text-ink-2">
        <p className="max-w-measure">
          Pay is always shown. Every match is explained. Every application gets an answer.
        </p>
        <nav aria-label="About">
          <ul className="flex flex-wrap gap-x-6">
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href} className="plain-link inline-flex min-h-9 items-center">
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
