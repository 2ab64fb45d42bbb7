import { sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";

/** The postings that wait for an admin: those in review, and published ones with a change that is. By their indexes, so few rows are read. */
export const waitsForReview = sql<boolean>`${postings}.id in (
  select p.id from postings p where p.state = 'in_review'
  union all
  select v.posting_id from pending_versions v join postings p on p.id = v.posting_id
  where v.sent_back_at is null and p.state = 'published')`;

/** Since when it waits: the moment also names the version that an admin saw. */
export const waitsSince =
  sql<Date | null>`case when ${postings}.state = 'in_review' then ${postings}.submitted_at
  else (select v.submitted_at from pending_versions v where v.posting_id = ${postings}.id and v.sent_back_at is null) end`.mapWith(
    postings.submittedAt,
  );
