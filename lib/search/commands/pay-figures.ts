import { sql } from "drizzle-orm";
import { inLongTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import { fewestForPay, middleOfPay, quartilesOf } from "../queries/pay";

/**
 * The worker's regular task: writes anew what live postings pay, over all and by band, country and skill. A posting has a skill and lies in a
 * country as in a search. Groups of too few postings are left out.
 */
export async function refreshPayFigures() {
  await inLongTransaction(async (tx) => {
    await tx.execute(sql`
      with live as materialized (
        select ${postings.id} as id, ${postings.band} as band, ${postings.hiringCountries} as countries, ${middleOfPay} as pay
        from ${postings} where ${isLive()} and ${postings.yearlyUsdMax} is not null
      ), grouped as (
        select 'all' as kind, 'all' as value, pay from live
        union all select 'band', band, pay from live where band is not null
        union all select 'country', c.country, live.pay from live cross join lateral (
          select unnest(live.countries) as country union select l.country from posting_places l where l.posting_id = live.id) c
        union all select 'skill', s.slug, live.pay from live cross join lateral (
          select distinct k.implied_id as id from posting_skills t join skill_closure k on k.skill_id = t.skill_id
          where t.posting_id = live.id) k join skills s on s.id = k.id
      ), fresh as (
        select kind, value, count(*)::int as postings, ${quartilesOf(sql`pay`)} as quartiles
        from grouped group by kind, value having count(*) >= ${fewestForPay}::int
      ), gone as (
        delete from pay_figures f where not exists (select 1 from fresh where fresh.kind = f.kind and fresh.value = f.value)
      )
      insert into pay_figures as f (kind, value, postings, lower, median, upper)
      select kind, value, postings, quartiles[1], quartiles[2], quartiles[3] from fresh
      on conflict (kind, value) do update
        set postings = excluded.postings, lower = excluded.lower, median = excluded.median, upper = excluded.upper
        where (f.postings, f.lower, f.median, f.upper) is distinct from (excluded.postings, excluded.lower, excluded.median, excluded.upper)`);
  });
}
