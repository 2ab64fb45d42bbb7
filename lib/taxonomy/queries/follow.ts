import { sql } from "drizzle-orm";
import { db, listen } from "@/db/client";
import { sharedLook } from "@/lib/shared-look";
import type { TaxonomyChanges } from "../input";

/**
 * Brings this process's catalogue to what admins have changed by now: one question for a number, and a second one where it differs. Awaited
 * before a text is read, so that a name counts from the moment that it was saved.
 */
export const followTaxonomy = sharedLook(async (): Promise<void> => {
  const [now] = await db().execute<{ version: number }>(sql`select version from taxonomy_version`);
  if ((now?.version ?? 0) === (globalThis.backplaneTaxonomy?.version ?? 0)) return;
  const changes = await readChanges();
  if (changes.version > (globalThis.backplaneTaxonomy?.version ?? 0)) globalThis.backplaneTaxonomy = changes;
});

/** All that admins changed, of one moment. */
async function readChanges(): Promise<TaxonomyChanges> {
  const [found] = await db().execute<TaxonomyChanges>(sql`
    select v.version,
      (select coalesce(json_agg(json_build_object('slug', s.slug, 'label', s.label, 'kind', s.kind, 'category', s.category,
        'implies', array(select o.slug from skill_implies i join skills o on o.id = i.implied_id where i.skill_id = s.id order by 1))
        order by s.id), '[]') from skills s where s.added) as added,
      array(select s.slug from skills s where s.retired_at is not null) as retired,
      (select coalesce(json_agg(json_build_object('name', d.name, 'slug', s.slug, 'everyday', d.everyday) order by d.name), '[]')
        from decided_names d left join skills s on s.id = d.skill_id) as names
    from taxonomy_version v`);
  return found ?? { version: 0, added: [], retired: [], names: [] };
}

/** Follows what admins change from now on, also between texts; called once in each process. Gives what ends it. */
export async function watchTaxonomy(): Promise<{ stop: () => Promise<void> }> {
  const look = () => void followTaxonomy().catch(() => {});
  look();
  // Where listening fails, each text looks.
  const listening = await listen("posting_changes", look, look).catch(() => null);
  return { stop: async () => listening?.stop() };
}
