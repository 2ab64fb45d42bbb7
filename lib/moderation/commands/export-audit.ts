import { inTransaction } from "@/db/client";
import type { Admin } from "@/lib/auth/input";
import { csvOf } from "@/lib/csv";
import { record } from "@/lib/events/commands";
import type { AuditSearch } from "../input";
import { listAudit } from "../queries/audit";

/** Rows of one export, at most: the search can be narrowed by day. */
const mostRows = 10_000;

/** The newest 10,000 events that the search finds, as CSV. That it was exported is recorded too. */
export async function exportAudit(admin: Admin, search: AuditSearch): Promise<string> {
  const found = await listAudit(admin, search, mostRows);
  await inTransaction((tx) =>
    record(tx, { type: "audit.exported", actorId: admin.userId, data: { rows: found.length } }),
  );
  return csvOf([
    ["id", "at", "type", "actor", "actor_id", "company_id", "posting_id", "application_id", "data"],
    ...found.map((event) => [
      event.id,
      event.at.toISOString(),
      event.type,
      event.actor,
      event.actorId,
      event.companyId,
      event.postingId,
      event.applicationId,
      JSON.stringify(event.data),
    ]),
  ]);
}
