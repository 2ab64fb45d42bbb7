import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { isMember } from "@/db/membership";
import { pendingVersions, postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { settings } from "@/lib/env";
import type { FieldFault } from "@/lib/errors";
import { present } from "@/lib/present";
import type { PostingState } from "../lists";
import { missingToPublish, programSource } from "../rules";
import { clock } from "./live";

/** A posting that a program of its company sent: where it stands, what is missing from a draft, and why it or its change was sent back. */
export type SentPosting = {
  id: string;
  externalId: string;
  state: PostingState;
  /** Its page: on the site once it is public, before that where its company edits it. */
  url: string;
  /** Whether it, or a change of it, waits for a review. */
  waits: boolean;
  missing: FieldFault[];
  reasons: FieldFault[];
};

/** The posting that a program of the actor's company calls `externalId`, or null. */
export async function findSentPosting(
  actor: Actor,
  { companyId, externalId }: { companyId: string; externalId: string },
  on: Pick<Database, "select"> = db(),
): Promise<SentPosting | null> {
  const [found] = await list(actor, companyId, { where: eq(postings.externalId, externalId), limit: 1 }, on);
  return found ?? null;
}

/** The postings that programs of the actor's company sent, by their external ids, from after the id `after`: one page, and whether there is more. */
export async function listSentPostings(
  actor: Actor,
  companyId: string,
  { after, limit }: { after?: string; limit: number },
): Promise<{ postings: SentPosting[]; next: string | null }> {
  const where = after === undefined ? undefined : gt(postings.externalId, after);
  const rows = await list(actor, companyId, { where, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return { postings: page, next: rows.length > limit ? present(page.at(-1)).externalId : null };
}

async function list(
  actor: Actor,
  companyId: string,
  { where, limit }: { where: SQL | undefined; limit: number },
  on: Pick<Database, "select"> = db(),
): Promise<SentPosting[]> {
  const rows = await on
    .select({
      id: postings.id,
      externalId: postings.externalId,
      slug: postings.slug,
      state: postings.state,
      title: postings.title,
      description: postings.description,
      salaryMinMinor: postings.salaryMinMinor,
      workplace: postings.workplace,
      employment: postings.employment,
      hiringCountries: postings.hiringCountries,
      places: sql<{ country: string }[]>`coalesce((
        select json_agg(json_build_object('country', l.country)) from posting_places l where l.posting_id = ${postings.id}), '[]')`,
      isPublic: sql<boolean>`${postings.publishedAt} is not null and ${postings.publishedAt} <= ${clock}`,
      waits: sql<boolean>`${postings.state} = 'in_review'
        or (${pendingVersions.postingId} is not null and ${pendingVersions.sentBackAt} is null)`,
      reasons: sql<{ field: string; message: string }[] | null>`
        case when ${postings.state} = 'draft' or ${pendingVersions.sentBackAt} is not null then (
          select d.reasons from decisions d where d.posting_id = ${postings.id} and d.kind = 'send_back' order by d.id desc limit 1) end`,
    })
    .from(postings)
    .leftJoin(pendingVersions, eq(pendingVersions.postingId, postings.id))
    .where(and(eq(postings.source, programSource(companyId)), isMember(actor, postings.companyId), where))
    .orderBy(asc(postings.externalId))
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    externalId: present(row.externalId),
    state: row.state,
    url: `${settings().APP_URL}${row.isPublic ? `/jobs/${row.slug}` : `/employer/postings/${row.id}`}`,
    waits: row.waits,
    missing: row.state === "draft" ? missingToPublish(row) : [],
    reasons: (row.reasons ?? []).map(({ field, message }) => ({ path: field, message })),
  }));
}
