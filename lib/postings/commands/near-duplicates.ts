import { inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { nearDuplicates, postings } from "@/db/schema/postings";
import { bandsOf, comparedLength, leastLikeness, type NearDuplicate } from "../likeness";
import { isNotOver, mostAlike, other } from "../queries/near-duplicates";

type Written = { id: string; title: string; description: string };

/**
 * Finds what the postings just written are near-duplicates of, and keeps it, within their transaction: postings of any company that are
 * not over, and those before them in the list. Gives the likest few of each by id.
 */
export async function noteNearDuplicates(
  tx: Transaction,
  written: readonly Written[],
): Promise<Map<string, NearDuplicate[]>> {
  const ids = written.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  await saveBands(tx, written);
  await tx.delete(nearDuplicates).where(inArray(nearDuplicates.postingId, ids));
  const rows = await tx.execute<NearDuplicate & { id: string; otherId: string }>(likest(ids));
  if (rows.length > 0)
    await tx
      .insert(nearDuplicates)
      .values(rows.map(({ id, otherId, likeness }) => ({ postingId: id, otherId, likeness })));
  const found = new Map<string, NearDuplicate[]>();
  for (const { id, title, companyName, likeness } of rows)
    found.set(id, [...(found.get(id) ?? []), { title, companyName, likeness }]);
  return found;
}

/** Writes the numbers by which these postings are found. */
export async function saveBands(on: Pick<Transaction, "execute">, written: readonly Written[]) {
  const rows = written.flatMap(({ id, ...text }) => bandsOf(text).map((band) => ({ id, band })));
  const ids = sql.param(written.map(({ id }) => id));
  await on.execute(sql`delete from posting_bands where posting_id = any(${ids}::uuid[])`);
  await on.execute(sql`
    insert into posting_bands (band, posting_id)
    select distinct band, id from unnest(
      ${sql.param(rows.map(({ band }) => band))}::int[], ${sql.param(rows.map(({ id }) => id))}::uuid[]) as given (band, id)`);
}

const chunk = 500;

/** Writes them for postings that are not over and have none, such as those of an older backup. */
export async function saveMissingBands(): Promise<void> {
  for (let after: string | undefined; ; ) {
    const last = await inTransaction(async (tx) => {
      const rows = await tx
        .select({ id: postings.id, title: postings.title, description: postings.description })
        .from(postings)
        .where(sql`${isNotOver(postings)} and (${after ?? null}::uuid is null or ${postings.id} > ${after ?? null}::uuid)
          and not exists (select 1 from posting_bands b where b.posting_id = postings.id)`)
        .orderBy(postings.id)
        .limit(chunk);
      if (rows.length > 0) await saveBands(tx, rows);
      return rows.length === chunk ? rows.at(-1)?.id : undefined;
    });
    if (!last) return;
    after = last;
  }
}

/** Cut from one post, roles share its text: they are none of each other's copies. */
const isOfSamePost = sql`(o.source = mine.source and o.source like 'hn:%'
  and split_part(o.external_id, '#', 1) = split_part(mine.external_id, '#', 1))`;

/**
 * Those that share a number are candidates, the ones that share most of them are compared. The first search is of the index alone, and
 * stops early: of a text with thousands of copies a few will do.
 */
const likest = (ids: string[]) => sql`
  with mine as materialized (
    select p.id, p.source, p.external_id, given.place, left(p.title || ' ' || p.description, ${comparedLength}::int) as text
    from unnest(${sql.param(ids)}::uuid[]) with ordinality as given (id, place) join postings p on p.id = given.id
  ), sharing as materialized (
    select mine.id, found.posting_id as other_id, count(*) as shared
    from mine join posting_bands own on own.posting_id = mine.id
    cross join lateral (select b.posting_id from posting_bands b where b.band = own.band limit ${mostAlike.found}) found
    where found.posting_id <> mine.id
    group by mine.id, found.posting_id
  ), candidates as materialized (
    select sharing.id, o.id as other_id, o.title, o.company_id, left(o.title || ' ' || o.description, ${comparedLength}::int) as text,
      row_number() over (partition by sharing.id order by sharing.shared desc, o.id) as rank
    from sharing join mine on mine.id = sharing.id join postings o on o.id = sharing.other_id left join mine later on later.id = o.id
    where ${isNotOver(other)} and not coalesce(${isOfSamePost}, false) and (later.id is null or later.place < mine.place)
  ), compared as (
    select mine.id, mine.place, c.other_id, c.title, company.name,
      floor(similarity(c.text, mine.text) * 100)::int as likeness
    from candidates c join mine on mine.id = c.id join companies company on company.id = c.company_id
    where c.rank <= ${mostAlike.compared}
  )
  select id, other_id as "otherId", title, name as "companyName", likeness
  from (select *, row_number() over (partition by id order by likeness desc, other_id) as rank from compared where likeness >= ${leastLikeness}) told
  where rank <= ${mostAlike.told}
  order by place, rank`;
