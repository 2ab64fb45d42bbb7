import { currentActor } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { asRefusal, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";
import { exportData } from "@/lib/privacy/commands/export";

export const dynamic = "force-dynamic";

const page = "/settings/data";

/** Everything about who asks, as a file. Who has to sign in (again) is sent to do that, and comes back to the page with the button. */
export async function POST() {
  const actor = await currentActor();
  if (!actor) return seeOther(`/sign-in?next=${encodeURIComponent(page)}`);
  try {
    await countUse("dataExport", actor.userId);
    return new Response(JSON.stringify(await exportData(actor), null, 2), {
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Content-Disposition": 'attachment; filename="backplane-data.json"',
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    if (refusal.code === "unauthenticated")
      return seeOther(`/sign-in?next=${encodeURIComponent(page)}&again=1`);
    if (refusal.code === "rate_limited") return seeOther(`${page}?refused=1`);
    return new Response(refusal.message, { status: errorStatus[refusal.code] });
  }
}

const seeOther = (path: string) =>
  new Response(null, {
    status: 303,
    headers: { Location: new URL(path, settings().APP_URL).href, "Cache-Control": "private, no-store" },
  });
