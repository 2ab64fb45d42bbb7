import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A small menu that opens without JavaScript. `name` shared by several lets only one of them be open. */
export function Menu({ label, name, children }: { label: ReactNode; name?: string; children: ReactNode }) {
  return (
    <details name={name} data-menu className="group/menu relative">
      <summary className="flex min-h-11 items-center gap-1.5 font-medium hover:text-accent">
        {label}
        <Mark name="down" className="text-ink-3 group-open/menu:rotate-180" />
      </summary>
      <div className="absolute right-0 z-30 min-w-56 border border-ink bg-paper py-1 shadow-float">
        {children}
      </div>
    </details>
  );
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="flex min-h-11 items-center px-4 hover:bg-raised hover:text-accent">
      {children}
    </a>
  );
}
