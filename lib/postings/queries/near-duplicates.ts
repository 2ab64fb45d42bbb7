import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { postings } from "@/db/schema/postings";
import type { NearDuplicate } from "../likeness";
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

/**
 * What the posting of the row in `postings` is a near-duplicate of, likest first, those alone that are not over by now. Its writer is not
 * told what another company has in review: title and company are null then.
 */
export function nearDuplicatesOf(reader: "admin" | "writer"): SQL<NearDuplicate[]> {
  const isTold =
    reader === "admin"
      ? sql`true`
      : sql`(${other.state} = 'published' or ${other.source} is not null or ${other.companyId} = ${postings.companyId})`;
  return sql`coalesce((
    select json_agg(json_build_object(
      'title', case when ${isTold} then ${other.title} end,
      'companyName', case when ${isTold} then company.name end,
      'likeness', d.likeness) order by d.likeness desc, d.other_id)
    from near_duplicates d
    join postings o on o.id = d.other_id
    join companies company on company.id = o.company_id
    where d.posting_id = ${postings.id} and ${isNotOver(other)}), '[]')`;
}
