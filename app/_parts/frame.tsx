import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "@/app/_ui/shell/shell";
import { currentActor } from "@/lib/auth/session";
import { listUnsentForms } from "@/lib/forms/queries";
import { AccountMenu } from "./account-menu";
import { UnsentForms } from "./form";

const nav = [
  { href: "/jobs", label: "Jobs" },
  { href: "/companies", label: "Companies" },
  { href: "/salaries", label: "Salaries" },
];

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
  const unsent = actor ? await listUnsentForms(actor, path) : [];
  const current = nav.find(({ href }) => path === href || path.startsWith(`${href}/`))?.href;
  return (
    <Shell nav={nav} footer={footer} current={current} account={<AccountMenu actor={actor} />}>
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
