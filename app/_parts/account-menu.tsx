import { Menu, MenuLink } from "@/app/_ui/menu";
import type { NavLink } from "@/app/_ui/shell/nav-links";
import type { Actor } from "@/lib/auth/input";
import { SignOut } from "./sign-out";

/** Sign-in for visitors; for the signed-in what the bar has no room for. */
export function AccountMenu({ actor, links }: { actor: Actor | null; links: readonly NavLink[] }) {
  if (!actor)
    return (
      <a href="/sign-in" className="plain-link flex min-h-11 items-center font-medium">
        Sign in
      </a>
    );
  return (
    <Menu label={<span className="max-w-40 truncate">{actor.name ?? actor.email}</span>}>
      {links.map(({ href, label }) => (
        <MenuLink key={href} href={href}>
          {label}
        </MenuLink>
      ))}
      <SignOut />
    </Menu>
  );
}
