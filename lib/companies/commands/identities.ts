import { isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { identityOf } from "../identity";

const chunk = 1_000;

/**
 * Writes name keys and skeletons of the companies that have none: those of a database or a backup that is older than these columns. Gives
 * how many there were. Where imports made two companies of one name, they find the older one from now on.
 */
export async function saveMissingIdentities(on: Pick<Database, "select" | "execute">): Promise<number> {
  for (let written = 0; ; ) {
    const rows = await on
      .select({ id: companies.id, name: companies.name, website: companies.website })
      .from(companies)
      .where(isNull(companies.nameKey))
      .orderBy(companies.createdAt, companies.id)
      .limit(chunk);
    const given = rows.map(({ id, ...company }) => ({ id, ...identityOf(company) }));
    await on.execute(sql`
      with given as (
        select * from json_to_recordset(${JSON.stringify(given)}::json) as given (id uuid, "nameKey" text, skeletons text[])
      ), ranked as (
        select given.*, c.from_import and row_number() over (partition by given."nameKey", c.from_import order by c.created_at, c.id) = 1
          and not exists (select 1 from companies older where older.from_import and older.name_key = given."nameKey") as is_found
        from given join companies c on c.id = given.id
      )
      update companies set name_key = ranked."nameKey", skeletons = ranked.skeletons, from_import = ranked.is_found
      from ranked where ranked.id = companies.id`);
    written += rows.length;
    if (rows.length < chunk) return written;
  }
}
