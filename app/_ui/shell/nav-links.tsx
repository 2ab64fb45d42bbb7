"use client";

import { usePathname } from "next/navigation";

export type NavLink = { href: string; label: string };

/** The rooms of the site; the one that the page is in is underlined. `current` says it where the address does not. */
export function NavLinks({ links, current }: { links: readonly NavLink[]; current?: string }) {
  const path = usePathname();
  const here = current ?? links.find(({ href }) => path === href || path.startsWith(`${href}/`))?.href;
  return (
    <ul className="flex gap-x-6 max-md:-mt-1">
      {links.map((link) => (
        <li key={link.href}>
          <a
            href={link.href}
            aria-current={link.href === here ? "page" : undefined}
            className="flex min-h-11 items-center border-y-2 border-transparent text-ink-2 hover:text-accent aria-[current]:border-b-accent aria-[current]:text-ink md:min-h-14"
          >
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
