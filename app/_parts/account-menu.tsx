import { Menu, MenuLink } from "@/app/_ui/menu";
import type { NavLink } from "@/app/_ui/shell/nav-links";
import type { Actor } from "@/lib/auth/input";
import { postARole } from "./bar";
import { SignOut } from "./sign-out";

/** Sign-in for visitors; for the signed-in what the bar has no room for. Beside it, for who has no company, the way to post a role. */
export function AccountMenu({
  actor,
  links,
  isMember,
}: {
  actor: Actor | null;
  links: readonly NavLink[];
  isMember: boolean;
}) {
  if (!actor)
    return (
      <>
        <PostARole />
        <a href="/sign-in" className="plain-link flex min-h-11 items-center font-medium">
          Sign in
        </a>
      </>
    );
  return (
    <>
      {!isMember && <PostARole className="max-sm:hidden" />}
      <Menu label={<span className="max-w-40 truncate">{actor.name ?? actor.email}</span>}>
        {links.map(({ href, label }) => (
          <MenuLink key={href} href={href}>
            {label}
          </MenuLink>
        ))}
        <SignOut />
      </Menu>
    </>
  );
}

const PostARole = ({ className = "" }: { className?: string }) => (
  <a href={postARole.href} className={`plain-link flex min-h-11 items-center ${className}`}>
    {postARole.label}
  </a>
);
