import type { ReactNode } from "react";
import { type NavLink, NavLinks } from "./nav-links";

/** The name at the left, the rooms beside it, the account at the right. On phones the rooms take lines of their own. */
export function SiteHeader({ nav, account }: { nav: readonly NavLink[]; account: ReactNode }) {
  return (
    <header className="no-print border-b border-ink">
      <div className="page flex flex-wrap items-center gap-x-8">
        <a href="/" className="flex min-h-14 items-center gap-2.5 text-md font-semibold tracking-tight">
          <Wordmark />
          Backplane
        </a>
        <nav aria-label="Main" className="order-last w-full md:order-none md:w-auto">
          <NavLinks links={nav} />
        </nav>
        <div className="ml-auto flex items-center gap-5">{account}</div>
      </div>
    </header>
  );
}

/** Three boards in one backplane, and the traces between them. */
function Wordmark() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-5 text-accent"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d="M3 1v18M10 1v18M17 1v18M3 5h7M10 10h7M3 15h7" fill="none" />
    </svg>
  );
}
