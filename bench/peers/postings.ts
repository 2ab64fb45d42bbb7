import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import postgres from "postgres";
import { salaryThresholds } from "@/lib/search/filters/offer";

/**
 * Writes the live postings to `file`, newest first, as the peers read them: a line each, its fields with a tab between them and lists with
 * commas. In their order: id, least and most years (0 and 60 where none are asked), most pay in US dollars a year, how many steps of the facet of pay it reaches, the degree that is needed
 * (0 for none), band, workplace, employment, countries, tags (skills with what they imply, and responsibilities below 0), text, the degree
 * that is asked, whether experience stands for it, and the requirement lines as tag:must:years. From the table `narrow`. How many there are.
 */
export async function writePostings(url: string, file: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  const written = createWriteStream(file);
  let count = 0;
  try {
    const rows = sql<{ line: string }[]>`
      select concat_ws(e'\t', n.id, coalesce(n.experience_min, 0), coalesce(n.experience_max, 60), n.yearly_usd_max,
        (select count(*) from unnest(${[...salaryThresholds]}::int[]) as step where step <= n.yearly_usd_max), n.degree_need,
        coalesce(n.band, ''), n.workplace, n.employment, array_to_string(n.countries, ','), array_to_string(n.tags, ','),
        concat_ws(' ', p.title, named.labels, p.description), coalesce(p.degree_rank, 0), p.equal_experience::int,
        concat_ws(',', named.lines, (
          select string_agg(concat_ws(':', -t.responsibility_id, t.must::int, 0), ',') from posting_responsibilities t where t.posting_id = n.id)))
        as line
      from narrow n join postings p on p.id = n.id
      left join lateral (
        select string_agg(s.label, ' ' order by t.position) as labels,
          string_agg(concat_ws(':', t.skill_id, t.must::int, coalesce(t.min_years, 0)), ',') as lines
        from posting_skills t join skills s on s.id = t.skill_id where t.posting_id = n.id
      ) named on true
      order by n.published_at desc, n.id`.cursor(5_000);
    for await (const some of rows) {
      count += some.length;
      if (!written.write(some.map(({ line }) => `${line}\n`).join(""))) await once(written, "drain");
    }
    written.end();
    await finished(written);
    return count;
  } finally {
    await sql.end();
  }
}
