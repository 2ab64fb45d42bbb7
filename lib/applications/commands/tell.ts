import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { record } from "@/lib/events/commands";
import type { NewEvent } from "@/lib/events/input";
import { isOpenNow } from "../queries/applications";
import { chunk } from "./write";

/** Records for each open application to the posting that its candidate is to be told of a change, in the transaction of that change. */
export async function tellOfRevision(
  tx: Transaction,
  revised: Omit<NewEvent<"application.posting_revised">, "type" | "actorId" | "applicationId">,
) {
  const open = await tx
    .select({ applicationId: applications.id })
    .from(applications)
    .where(and(eq(applications.postingId, revised.postingId), isOpenNow));
  const told = open.map((application) => ({
    ...revised,
    ...application,
    type: "application.posting_revised" as const,
    actorId: null,
  }));
  for (let at = 0; at < told.length; at += chunk) await record(tx, ...told.slice(at, at + chunk));
}
