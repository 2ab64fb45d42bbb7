import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ViewSource } from "../lists";

/** Readers of the posting at this address, and where they came from. */
export type Views = { slug: string; source: ViewSource; views: number };

/** Adds these readers to those of today. Postings that are not published, and addresses that no posting has, are left out. */
export async function addViews(views: readonly Views[]): Promise<void> {
  if (views.length === 0) return;
  await db().execute(sql`
    insert into posting_views (posting_id, day, source, views)
    select p.id, (app_now() at time zone 'UTC')::date, v.source, sum(v.views)
    from json_to_recordset(${JSON.stringify(views)}::json) as v (slug text, source text, views int)
      join postings p on p.slug = v.slug and p.state = 'published'
    group by 1, 2, 3
    on conflict (posting_id, day, source) do update set views = posting_views.views + excluded.views`);
}
