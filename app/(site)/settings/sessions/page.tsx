import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay, formatTime } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { listSessions } from "@/lib/auth/queries";
import { requireActor, sessionToken } from "@/lib/auth/session";
import { endOtherSessionsAction, endSessionAction } from "./actions";

export const metadata: Metadata = { title: "Where you are signed in", robots: { index: false } };

const at = (moment: Date) => `${formatDay(moment)}, ${formatTime(moment)}`;

export default async function SessionsPage({ searchParams }: PageProps<"/settings/sessions">) {
  const actor = await requireActor("/settings/sessions");
  const [sessions, { done }] = await Promise.all([
    listSessions(actor, (await sessionToken()) ?? ""),
    searchParams,
  ]);
  return (
    <>
      <PageHeader
        title="Where you are signed in"
        crumbs={[{ href: "/settings", label: "Settings" }]}
        lead="If you do not know one of these browsers, sign it out."
      />
      {done === "ended" && (
        <div className="mb-6">
          <Notice tone="success" live title="Signed out there." />
        </div>
      )}
      <ul aria-label="Sessions" className="border-t-2 border-ink">
        {sessions.map(({ id, browser, signedInAt, seenAt, isThis }) => {
          const name = browser || "Unknown browser";
          return (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
            >
              <div>
                <p className="font-semibold">{name}</p>
                <p className="text-sm text-ink-2">
                  Signed in {at(signedInAt)}
                  {seenAt && `, last seen ${at(seenAt)}`}
                </p>
              </div>
              {isThis ? (
                <p>This browser</p>
              ) : (
                <ButtonForm action={endSessionAction} values={{ id }} waiting="Signing out…">
                  Sign out<span className="sr-only"> {name}</span>
                </ButtonForm>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-6">
          <ButtonForm action={endOtherSessionsAction} size="md" waiting="Signing out…">
            Sign out everywhere else
          </ButtonForm>
        </div>
      )}
    </>
  );
}
