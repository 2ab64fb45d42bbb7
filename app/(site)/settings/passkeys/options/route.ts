import { beginPasskey } from "@/lib/auth/passkeys/commands";
import { browserToken, currentActor } from "@/lib/auth/session";
import { asRefusal, DomainError, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";

export const dynamic = "force-dynamic";

/** What the browser needs to make a passkey. For our own page, which sends who has to sign in (again) to do that. */
export async function POST() {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const actor = await currentActor();
    if (!actor) throw new DomainError("unauthenticated", "Sign in first.");
    await countUse("action", actor.userId);
    return Response.json(await beginPasskey(actor, await browserToken()), { headers });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json({ message: refusal.message }, { status: errorStatus[refusal.code], headers });
  }
}
