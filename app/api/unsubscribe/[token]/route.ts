import { settings } from "@/lib/env";
import { readStopToken } from "@/lib/notifications/tokens";
import { stopAlerts } from "@/lib/saved/commands/searches";
import { plainPage } from "@/lib/web/plain-page";

export const dynamic = "force-dynamic";

/** The address in the header of alerts. Opened by a person it leads to the page that asks. */
export async function GET(_: Request, { params }: RouteContext<"/api/unsubscribe/[token]">) {
  const { token } = await params;
  if (!readStopToken(token)) return noSuchLink();
  return Response.redirect(`${settings().APP_URL}/unsubscribe/${token}`, 303);
}

/** What a mail program sends when its reader unsubscribes (RFC 8058): no session, no redirect; the token says all. */
export async function POST(_: Request, { params }: RouteContext<"/api/unsubscribe/[token]">) {
  const meant = readStopToken((await params).token);
  if (!meant) return noSuchLink();
  await stopAlerts(meant.savedSearchId);
  return page("You will get no more e-mails for this search.", 200);
}

const noSuchLink = () =>
  page("This link is not valid. It may have been cut off. Open it from the e-mail again.", 404);

const page = (message: string, status: number) =>
  new Response(plainPage(message, { again: false }), {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
