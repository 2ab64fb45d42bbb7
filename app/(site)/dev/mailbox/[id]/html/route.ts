import { findMail } from "@/lib/email/queries";
import { settings } from "@/lib/env";

/** The HTML of a mail in the local mailbox; the page's policy lets nothing in it run. */
export async function GET(_: Request, { params }: RouteContext<"/dev/mailbox/[id]/html">) {
  const id = Number((await params).id);
  const mail = settings().DEMO && Number.isSafeInteger(id) ? await findMail(id) : null;
  if (!mail) return new Response("This mail does not exist.", { status: 404 });
  return new Response(mail.html, {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" },
  });
}
