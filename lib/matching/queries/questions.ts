import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import { type About, readAbout } from "@/lib/profiles/input/answer";
import type { ProfileFacts } from "../rules/facts";
import { askForDegree } from "../rules/lines";
import { factsOfPosting, linesFor } from "./lines";
import type { ReadyProfile } from "./profile";
import { rankLivePostings, toRankProfile } from "./rank";

/** A question to a profile: what it is about, its label, how many live postings have a line that the answer settles, and its use in points. */
export type OpenQuestion = { about: About; label: string; postings: number; points: number };

/**
 * The questions that the profile leaves open, the most useful first, at most `limit`. The use of a question, in points, is the sum over all
 * live postings, or those of them that meet `where`, of 100 · w / Σw for each of the posting's unknown lines that the answer is about: by so much their ranges would narrow
 * together. A line that is open by half counts half.
 *
 * A skill that is named without years is asked for its years; one that is only implied is asked for itself; an unknown degree as
 * `askForDegree` says. Equal questions are in the order of kind and slug.
 */
export async function listOpenQuestions(
  profile: ReadyProfile,
  limit: number,
  where = isLive(),
): Promise<OpenQuestion[]> {
  const { facts, ids } = profile;
  // Skills that the profile names without years are asked for these; those that it names with years leave nothing to ask.
  const idsOf = (named: ProfileFacts["skills"]) =>
    sql`${sql.param(named.map(({ slug }) => ids.skills.get(slug) ?? 0))}::int[]`;
  const withoutYears = idsOf(facts.skills.filter(({ years }) => years === null));
  const withYears = idsOf(facts.skills.filter(({ years }) => years !== null));
  const rows = await db().execute<{
    kind: About["kind"];
    slug: string | null;
    label: string | null;
    postings: number;
    points: number;
  }>(sql`
    with live as materialized (
      select ${postings.id} as id, ${factsOfPosting} from postings where ${where}
    ),
    share as (
      select l.posting_id, l.kind, l.tag_id,
        50.0 * (l.high - l.low) * l.weight / sum(l.weight) over (partition by l.posting_id) as points
      from (${linesFor(toRankProfile(profile), sql`live`)}) l
    ),
    question as (
      select s.posting_id, s.tag_id, s.points, case
          when s.kind = 'skill' and s.tag_id = any(${withoutYears}) then 'years'
          when s.kind = 'skill' and s.tag_id = any(${withYears}) then null
          when s.kind = 'degree' then ${askForDegree(facts.degree)}::text
          else s.kind end as kind
      from share s where s.points > 0
    )
    select q.kind, coalesce(k.slug, r.slug) as slug, coalesce(k.label, r.label) as label,
      count(distinct q.posting_id)::int as postings, round(sum(q.points))::int as points
    from question q left join skills k on q.kind in ('skill', 'years') and k.id = q.tag_id
      left join responsibilities r on q.kind = 'responsibility' and r.id = q.tag_id
    where q.kind is not null group by q.kind, k.slug, r.slug, k.label, r.label
    order by sum(q.points) desc, q.kind, 2 limit ${limit}::int`);
  return rows.flatMap(({ kind, slug, label, ...worth }) => {
    const about = readAbout(slug === null ? kind : `${kind}:${slug}`);
    return about ? [{ about, label: label ?? kind, ...worth }] : [];
  });
}

/** How many postings `findWidth` looks at. */
export const widthOver = 50;

/** The average width of the ranges of the profile's 50 best live postings, in whole points; null where none has a score. */
export async function findWidth(profile: ReadyProfile): Promise<number | null> {
  const { ranked } = await rankLivePostings(profile, widthOver);
  const widths = ranked.flatMap(({ low, high }) => (low === null || high === null ? [] : [high - low]));
  return widths.length === 0
    ? null
    : Math.round(widths.reduce((sum, width) => sum + width, 0) / widths.length);
}
