import { settings } from "@/lib/env";
import { stopMails } from "@/lib/notifications/commands";
import { isStopToken } from "@/lib/notifications/tokens";
import { plainPage } from "@/lib/web/plain-page";

export const dynamic = "force-dynamic";

/** The address in the header of alerts and reminders. Opened by a person it leads to the page that asks. */
export async function GET(_: Request, { params }: RouteContext<"/api/unsubscribe/[token]">) {
  const { token } = await params;
  if (!isStopToken(token)) return noSuchLink();
  return Response.redirect(`${settings().APP_URL}/unsubscribe/${token}`, 303);
}

/** What a mail program sends when its reader unsubscribes (RFC 8058): no session, no redirect; the token says all. */
export async function POST(_: Request, { params }: RouteContext<"/api/unsubscribe/[token]">) {
  const stopped = await stopMails((await params).token);
  if (!stopped) return noSuchLink();
  return page(stoppedWords[stopped], 200);
}

const stoppedWords = {
  alerts: "You will get no more e-mails for this search.",
  reminders: "You will get no more reminders of saved postings.",
  mails: "You will get no more e-mails of this kind. Your page of notifications still shows them.",
};

const noSuchLink = () =>
  page("This link is not valid. It may have been cut off. Open it from the e-mail again.", 404);

const page = (message: string, status: number) =>
  new Response(plainPage(message, { again: false }), {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
