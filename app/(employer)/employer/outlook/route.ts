import { currentActor } from "@/lib/auth/session";
import { asRefusal, DomainError, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";
import { findOutlook } from "../postings/_parts/outlook";

export const dynamic = "force-dynamic";

/** What a posting's form would lead to as it is filled in at this moment. For our own page: owners and recruiters of the company. */
export async function POST(request: Request) {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const actor = await currentActor();
    if (!actor) throw new DomainError("unauthenticated", "Sign in first.");
    await countUse("outlook", actor.userId);
    const form = await request.formData().catch(() => null);
    const outlook = form && (await findOutlook(actor, form));
    if (!outlook) throw new DomainError("not_found", "We cannot find this company.");
    return Response.json(outlook, { headers });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json({ message: refusal.message }, { status: errorStatus[refusal.code], headers });
  }
}
