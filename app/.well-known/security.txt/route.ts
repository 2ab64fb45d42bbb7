import { findNow } from "@/lib/clock";
import { daysAfter } from "@/lib/days";
import { settings } from "@/lib/env";

/** Asked at each request: a build does not know our address, and the file has to say until when it holds. */
export const dynamic = "force-dynamic";

/** Days. */
const holdsFor = 180;

/** Where to report a security problem (RFC 9116). */
export async function GET() {
  const home = settings().APP_URL;
  const expires = daysAfter(await findNow(), holdsFor).toISOString();
  const lines = [
    `Contact: mailto:contact@${new URL(home).hostname}`,
    `Contact: ${home}/contact`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${home}/.well-known/security.txt`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
