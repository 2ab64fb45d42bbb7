import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { bandsOf, comparedLength, leastLikeness, type NearDuplicate } from "../likeness";
import { clock } from "./live";

type Life = Record<"state" | "source" | "expiresAt", AnyPgColumn>;

/** The other posting of a pair, as `postings o`. */
export const other = alias(postings, "o");

/**
 * What a posting can be a near-duplicate of: one that is public, or on its way. Of drafts those that an import made: a member's own is
 * nobody else's business.
 */
export const isNotOver = (p: Life): SQL => sql`(${p.state} = 'in_review'
  or ${p.state} = 'published' and ${p.expiresAt} > ${clock}
  or ${p.state} = 'draft' and ${p.source} is not null)`;

/** A company is not told what another one has in review, or drafts. */
const isTold = (companyId: SQL) =>
  sql`(${other.state} = 'published' or ${other.source} is not null or ${other.companyId} = ${companyId})`;

/**
 * What the posting of the row in `postings` is a near-duplicate of, likest first, those alone that are not over by now. Its writer is not
 * told what another company has in review: title and company are null then.
 */
export function nearDuplicatesOf(reader: "admin" | "writer"): SQL<NearDuplicate[]> {
  const told = reader === "admin" ? sql`true` : isTold(sql`${postings.companyId}`);
  return sql`coalesce((
    select json_agg(json_build_object(
      'title', case when ${told} then ${other.title} end,
      'companyName', case when ${told} then company.name end,
      'likeness', d.likeness) order by d.likeness desc, d.other_id)
    from near_duplicates d
    join postings o on o.id = d.other_id
    join companies company on company.id = o.company_id
    where d.posting_id = ${postings.id} and ${isNotOver(other)}), '[]')`;
}

/** Of the postings that share a number: at most so many each are looked at, so many compared, and so many told. */
export const mostAlike = { found: 40, compared: 8, told: 3 };

/** What a text that is being written is a near-duplicate of, likest first, as its company is told it; `id` is the posting itself. */
export async function findNearDuplicates(
  { title, description }: { title: string; description: string },
  { id, companyId }: { id: string | null; companyId: string },
): Promise<NearDuplicate[]> {
  const bands = bandsOf({ title, description });
  if (bands.length === 0) return [];
  const text = `${title} ${description}`.slice(0, comparedLength);
  return db().execute<NearDuplicate>(sql`
    with sharing as materialized (
      select found.posting_id, count(*) as shared from unnest(${sql.param(bands)}::int[]) as own (band)
      cross join lateral (select b.posting_id from posting_bands b where b.band = own.band limit ${mostAlike.found}) found
      where found.posting_id is distinct from ${id}::uuid group by 1
    ), candidates as materialized (
      select o.* from sharing join postings o on o.id = sharing.posting_id where ${isNotOver(other)}
      order by sharing.shared desc, o.id limit ${mostAlike.compared}
    )
    select title, "companyName", likeness from (
      select case when ${isTold(sql`${companyId}::uuid`)} then o.title end as title,
        case when ${isTold(sql`${companyId}::uuid`)} then company.name end as "companyName",
        floor(similarity(left(o.title || ' ' || o.description, ${comparedLength}::int), ${text}) * 100)::int as likeness, o.id
      from candidates o join companies company on company.id = o.company_id
    ) compared where likeness >= ${leastLikeness} order by likeness desc, id limit ${mostAlike.told}`);
}
