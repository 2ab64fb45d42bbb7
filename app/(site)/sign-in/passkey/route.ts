import { headers } from "next/headers";
import { beginPasskeySignIn } from "@/lib/auth/passkeys/commands";
import { browserToken } from "@/lib/auth/session";
import { asRefusal, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";

export const dynamic = "force-dynamic";

/** What the browser needs to sign in with a passkey. For our own page. */
export async function POST() {
  const unshared = { "Cache-Control": "private, no-store" };
  try {
    await countUse("passkeyChallenge", (await headers()).get("x-forwarded-for") ?? "unknown");
    return Response.json(await beginPasskeySignIn(await browserToken()), { headers: unshared });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json(
      { message: refusal.message },
      { status: errorStatus[refusal.code], headers: unshared },
    );
  }
}
