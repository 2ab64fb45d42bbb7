import { sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";

/**
 * The worker's regular task: writes the dictionary of terms anew, from the titles and companies of live postings and the names of skills.
 * A word under three letters is too short to be corrected.
 */
export async function refreshTerms() {
  await inLongTransaction(async (tx) => {
    await tx.execute(sql`
      with said as (
        select word from ${postings}
        join companies c on c.id = ${postings.companyId}
        cross join lateral (
          select distinct word from regexp_split_to_table(fold(${postings.title} || ' ' || c.name), '[^[:alnum:]]+') word
        ) of_one
        where ${isLive()}
      ), counted as (
        select word, count(*)::int as n from said group by word
        union all
        select word, 0 from (
          select regexp_split_to_table(fold(s.label), '[^[:alnum:]]+') as word from skills s
          union select regexp_split_to_table(fold(a.alias), '[^[:alnum:]]+') from skill_aliases a
        ) names
      ), fresh as (
        select word as term, max(n) as postings from counted where length(word) between 3 and 40 and word !~ '^[0-9]+$' group by word
      ), gone as (
        delete from search_terms where term not in (select term from fresh)
      )
      insert into search_terms select term, postings from fresh
      on conflict (term) do update set postings = excluded.postings where search_terms.postings <> excluded.postings`);
  });
}
