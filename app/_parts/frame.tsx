import { headers } from "next/headers";
import { after } from "next/server";
import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";
import { Shell } from "@/app/_ui/shell/shell";
import { noteVisit } from "@/lib/auth/account/commands";
import { currentActor, sessionToken } from "@/lib/auth/session";
import { bounceDays } from "@/lib/email/rules";
import { listUnsentForms } from "@/lib/forms/queries";
import { countNews } from "@/lib/notifications/queries/news";
import { AccountMenu } from "./account-menu";
import { barOf, postARole } from "./bar";
import { formatDay } from "./dates";
import { UnsentForms } from "./form";
import { KeepAccount } from "./keep-account";

const footer = [
  postARole,
  { href: "/transparency", label: "Transparency" },
  { href: "/terms", label: "Terms" },
  { href: "/privacy", label: "Privacy" },
  { href: "/contact", label: "Contact" },
  { href: "/api", label: "API" },
];

/** The frame of every page: navigation, and the account of the current user. */
export async function Frame({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const path = (await headers()).get("x-path") ?? "/";
  const token = await sessionToken();
  if (actor && token) after(() => noteVisit(actor, token));
  const unsent = actor ? await listUnsentForms(actor, path) : [];
  const news = actor && (await countNews(actor));
  const { bar, menu } = barOf(actor, news);
  return (
    <Shell
      nav={bar}
      footer={footer}
      account={<AccountMenu actor={actor} links={menu} isMember={news?.isMember ?? false} />}
    >
      {actor?.deletionAt && path !== "/settings/data" && (
        <div className="mb-6">
          <Notice tone="warning" title={`Your account will be deleted on ${formatDay(actor.deletionAt)}.`}>
            <KeepAccount />
          </Notice>
        </div>
      )}
      {news?.bouncedAddress && (
        <div className="mb-6">
          <Notice tone="warning" title={`Our e-mails to ${news.bouncedAddress} come back.`}>
            <p>
              The mail server for this address refuses them, so for {bounceDays} days we send you nothing but
              sign-in codes. Check that the mailbox still exists and can receive e-mails. Then sign out and
              sign in with a code: once it arrives, we send you everything again. Until then, you find what is
              new under{" "}
              <a href="/notifications" className="link">
                Notifications
              </a>
              .
            </p>
          </Notice>
        </div>
      )}
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
