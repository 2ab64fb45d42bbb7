import { headers } from "next/headers";
import { after } from "next/server";
import type { ReactNode } from "react";
import { Shell } from "@/app/_ui/shell/shell";
import { noteVisit } from "@/lib/auth/commands";
import { currentActor } from "@/lib/auth/session";
import { listUnsentForms } from "@/lib/forms/queries";
import { countNews } from "@/lib/notifications/queries";
import { AccountMenu } from "./account-menu";
import { barOf } from "./bar";
import { UnsentForms } from "./form";

const footer = [
  { href: "/terms", label: "Terms" },
  { href: "/privacy", label: "Privacy" },
  { href: "/contact", label: "Contact" },
  { href: "/api", label: "API" },
];

/** The frame of every page: navigation, and the account of the current user. */
export async function Frame({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const path = (await headers()).get("x-path") ?? "/";
  if (actor) after(() => noteVisit(actor));
  const unsent = actor ? await listUnsentForms(actor, path) : [];
  const { bar, menu } = barOf(actor, actor && (await countNews(actor)));
  return (
    <Shell nav={bar} footer={footer} account={<AccountMenu actor={actor} links={menu} />}>
      {unsent.length > 0 ? (
        <UnsentForms path={path} forms={unsent}>
          {children}
        </UnsentForms>
      ) : (
        children
      )}
    </Shell>
  );
}
