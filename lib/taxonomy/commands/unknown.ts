import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { settings } from "@/lib/env";
import { present } from "@/lib/present";
import { normalizeTerm } from "../rules";
import type { NameSource } from "../terms";

/** Names of a day that are counted, so that nobody can fill the table. */
const mostADay = 5_000;
/** Names that are counted at once. */
const mostAtOnce = 200;
const keptDays = 90;
/** Bits of the column `people` that are used: a number of PostgreSQL has one more, for its sign. */
const bits = 31;

/** What may be a name: 2 to 40 characters with a letter, and nothing of an address or a telephone number. */
const mayBeName = (name: string) =>
  name.length >= 2 && name.length <= 40 && /\p{L}/u.test(name) && !/[@\\]|:\/\/|www\.|\d{5}/.test(name);

/** The bit that stands for `who` typing this name: without our secret nobody can tell who that is, and with it one of 31 groups at most. */
function bitOf(name: string, who: string): number {
  const hash = createHmac("sha256", present(settings().AUTH_SECRET))
    .update(`unknown name\n${name}\n${who}`)
    .digest();
  return 1 << (hash.readUInt32BE(0) % bits);
}

/**
 * Counts names that were typed as a skill and that lead to none, for the admins. Of who typed one (the id of an account or a posting, or a
 * network address) one bit is stored. What cannot be a name is left out, and so are
 * the names of retired skills and what admins decided about.
 */
export async function countUnknownNames(
  source: NameSource,
  typed: readonly { name: string; who: string }[],
): Promise<void> {
  const given = typed
    .map(({ name, who }) => ({ name: normalizeTerm(name), who }))
    .filter(({ name }) => mayBeName(name))
    .slice(0, mostAtOnce);
  if (given.length === 0) return;
  const [names, seenBy] = [given.map(({ name }) => name), given.map(({ name, who }) => bitOf(name, who))];
  await db().execute(sql`
    insert into unknown_names (name, day, source, count, people)
    select given.name, (app_now() at time zone 'UTC')::date, ${source}, count(*), bit_or(given.bit)
    from unnest(${sql.param(names)}::text[], ${sql.param(seenBy)}::int[]) as given (name, bit)
    where not exists (select 1 from decided_names d where d.name = given.name)
      and not exists (select 1 from skill_aliases a where a.alias = given.name)
      and not exists (select 1 from skills s where lower(s.label) = given.name or s.slug = replace(given.name, ' ', '-'))
      and (select count(*) from (
        select 1 from unknown_names u where u.day = (app_now() at time zone 'UTC')::date limit ${mostADay}::int) today) < ${mostADay}::int
    group by given.name
    on conflict (name, day, source) do update
      set count = unknown_names.count + excluded.count, people = unknown_names.people | excluded.people`);
}

/** Deletes what was counted more than 90 days ago. */
export async function forgetUnknownNames(): Promise<void> {
  await db().execute(sql`
    delete from unknown_names where day < (app_now() at time zone 'UTC')::date - ${keptDays}::int`);
}
