import { currentActor } from "@/lib/auth/session";
import { asRefusal, DomainError, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";
import { CostQuestion } from "@/lib/matching/input";
import { findCost } from "@/lib/matching/queries/cost";
import { costQuestionIn } from "../postings/_parts/cost-question";

export const dynamic = "force-dynamic";

/** How the must-haves narrow the field while the form of a posting is filled in. For our own page: owners and recruiters of the company. */
export async function GET(request: Request) {
  const headers = { "Cache-Control": "private, no-store" };
  try {
    const actor = await currentActor();
    if (!actor) throw new DomainError("unauthenticated", "Sign in first.");
    await countUse("cost", actor.userId);
    const question = CostQuestion.safeParse(costQuestionIn(new URL(request.url).searchParams));
    if (!question.success)
      throw new DomainError(
        "bad_request",
        "We could not read these requirements. Reload the page and try again.",
      );
    const cost = await findCost(actor, question.data);
    if (!cost) throw new DomainError("not_found", "We cannot find this company.");
    return Response.json(cost, { headers });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return Response.json({ message: refusal.message }, { status: errorStatus[refusal.code], headers });
  }
}
