import type { ReactNode } from "react";
import type { NavLink } from "./nav-links";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** Header, the page in its column, footer. `account` is what stands at the right: sign-in, or a menu. */
export function Shell({
  nav,
  footer,
  account,
  children,
}: {
  nav: readonly NavLink[];
  footer: readonly NavLink[];
  account: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <SiteHeader nav={nav} account={account} />
      <main id="content" tabIndex={-1} className="page flex-1 pb-16 outline-none">
        {children}
      </main>
      <SiteFooter links={footer} />
    </>
  );
}
