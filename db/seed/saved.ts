import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { createAlert, findSeededUser } from "@/db/factories";
import { savedSearches } from "@/db/schema/saved";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { noteSaved, saveForLater } from "@/lib/saved/commands/postings";
import { saveSearch } from "@/lib/saved/commands/searches";

/** What the demonstration's candidate saved: two searches, a company and three postings. Also some postings that an alert told of, one that is hidden. */
export async function saveForCandidate() {
  const actor = await findSeededUser("candidate@example.com");
  const go = await saveSearch(actor, { criteria: "skill=go&workplace=remote", minMatch: 50 });
  await saveSearch(actor, {
    criteria: "band=senior&salary=100000&currency=EUR&oncall=none",
    frequency: "weekly",
  });
  const newest = await db().execute<{ id: string; company: string }>(sql`
    select l.posting_id as id, c.slug as company from live_postings l join postings p on p.id = l.posting_id
    join companies c on c.id = p.company_id
    where not exists (select 1 from applications a where a.posting_id = p.id and a.candidate_id = ${actor.userId}::uuid)
    order by l.number desc limit 4`);
  const [first, ...rest] = newest;
  if (!first) return;
  await saveSearch(actor, { criteria: `company=${first.company}` });
  for (const { id } of rest.slice(0, 2)) await createAlert({ actor, postingId: id, savedSearchId: go.id });
  for (const { id } of newest.slice(0, 3)) await saveForLater(actor, { postingId: id });
  await noteSaved(actor, { postingId: first.id, note: "Ask how often the on-call phone rings." });
  const last = rest.at(-1);
  if (last) await hidePosting(actor, { postingId: last.id });
  // As if their owner had last looked some postings ago.
  await db()
    .update(savedSearches)
    .set({ seen: sql`greatest(0, ${savedSearches.mark} - 6)` });
}
