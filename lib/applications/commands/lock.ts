import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applicationMatches, applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { sheetFrom } from "@/lib/matching/record";
import { readInputs } from "@/lib/matching/stored";
import { mayReview } from "../queries/applications";
import type { SheetLine } from "../words";

/** Locks an application that the actor may review, whatever their role; gives its posting and company. Throws `not_found`. */
export async function lockForMember(tx: Transaction, actor: Actor, id: string) {
  const [application] = await tx
    .select({ postingId: applications.postingId, companyId: applications.companyId })
    .from(applications)
    .where(and(eq(applications.id, id), mayReview(actor)))
    .for("update");
  if (!application) throw new DomainError("not_found", "This application does not exist.");
  return application;
}

/** The lines of the sheet that an application was sent with, in its order; none where no sheet was stored. The caller has authorised itself. */
export async function linesOnSheet(tx: Transaction, id: string): Promise<SheetLine[]> {
  const [match] = await tx
    .select({ inputs: applicationMatches.inputs })
    .from(applicationMatches)
    .where(eq(applicationMatches.applicationId, id));
  return match
    ? sheetFrom(readInputs(match.inputs)).lines.map(({ kind, slug }) => ({ kind, slug: slug ?? "" }))
    : [];
}
