"use client";

import { usePathname } from "next/navigation";

/** `count` is how many wait there, and `counted` what they are, in a word or two. */
export type NavLink = { href: string; label: string; count?: number; counted?: string };

/** Of more it is enough to know that there are more. */
const mostShown = 999;

/** The rooms of the site; the one that the page is in is underlined. */
export function NavLinks({ links }: { links: readonly NavLink[] }) {
  const path = usePathname();
  const here = links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <ul className="flex flex-wrap gap-x-5 max-md:-mt-1 lg:gap-x-6">
      {links.map((link) => (
        <li key={link.href}>
          <a
            href={link.href}
            aria-current={link === here ? "page" : undefined}
            className="flex min-h-11 items-center gap-1.5 border-y-2 border-transparent text-ink-2 hover:text-accent aria-[current]:border-b-accent aria-[current]:text-ink md:min-h-14"
          >
            {link.label}
            {link.count ? (
              <span className="figure text-sm font-medium text-accent">
                {link.count > mostShown ? `${mostShown}+` : link.count.toLocaleString("en")}
                <span className="sr-only"> {link.counted}</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
