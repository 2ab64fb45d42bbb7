import { pdfAnswer } from "@/app/_parts/pdf";
import { ownApplicationsPaper } from "@/lib/applications/commands/papers";
import { currentActor } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { countUse } from "@/lib/forms/limits";

export const dynamic = "force-dynamic";

/** One's own applications as PDF. Who has to sign in (again) is sent to do that, and comes back to the page with the button. */
export async function POST() {
  const actor = await currentActor();
  if (!actor) return signIn("");
  const answer = await pdfAnswer("applications", async () => {
    await countUse("dataExport", actor.userId);
    return ownApplicationsPaper(actor);
  });
  return answer.status === 401 ? signIn("&again=1") : answer;
}

const signIn = (again: string) =>
  new Response(null, {
    status: 303,
    headers: {
      Location: new URL(`/sign-in?next=%2Fapplications${again}`, settings().APP_URL).href,
      "Cache-Control": "private, no-store",
    },
  });
