import type { ReactNode } from "react";

/** A way past what comes next, seen by those who go through the page by keyboard. */
export function SkipLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="sr-only focus:not-sr-only focus:absolute focus:z-40 focus:m-2 focus:bg-accent focus:px-4 focus:py-2.5 focus:text-on-accent"
    >
      {children}
    </a>
  );
}
