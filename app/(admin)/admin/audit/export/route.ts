import { asAdmin } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { asRefusal, errorStatus } from "@/lib/errors";
import { countUse } from "@/lib/forms/limits";
import { exportAudit } from "@/lib/moderation/commands/export-audit";
import { readAuditSearch } from "../read-search";

export const dynamic = "force-dynamic";

/** What a search of the audit finds, as a CSV file for an admin. To others it is not there. */
export async function POST(request: Request) {
  const actor = await currentActor();
  if (!actor)
    return new Response(null, {
      status: 303,
      headers: {
        Location: `${settings().APP_URL}/sign-in?next=%2Fadmin%2Faudit`,
        "Cache-Control": "private, no-store",
      },
    });
  try {
    const admin = asAdmin(actor);
    await countUse("auditExport", admin.userId);
    const { search } = readAuditSearch(Object.fromEntries(await request.formData()));
    if (!search) return new Response("This search has a field that is wrong.", { status: 400 });
    return new Response(await exportAudit(admin, search), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="backplane-audit.csv"',
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return new Response(refusal.message, { status: errorStatus[refusal.code] });
  }
}
