import { Menu, MenuLink } from "@/app/_ui/menu";
import type { Actor } from "@/lib/auth/input";
import { SignOut } from "./sign-out";

/** Sign-in for visitors; for the signed-in the rooms that they may enter. */
export function AccountMenu({ actor }: { actor: Actor | null }) {
  if (!actor)
    return (
      <a href="/sign-in" className="plain-link flex min-h-11 items-center font-medium">
        Sign in
      </a>
    );
  return (
    <Menu label={<span className="max-w-40 truncate">{actor.name ?? actor.email}</span>}>
      <MenuLink href="/matches">Matches</MenuLink>
      <MenuLink href="/saved">Saved</MenuLink>
      <MenuLink href="/applications">Applications</MenuLink>
      <MenuLink href="/profile">Profile</MenuLink>
      <MenuLink href="/employer">For employers</MenuLink>
      {actor.isAdmin && <MenuLink href="/admin">Review</MenuLink>}
      <SignOut />
    </Menu>
  );
}
