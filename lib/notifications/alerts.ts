import { inLongTransaction, inTransaction, type Transaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { record } from "@/lib/events/commands";
import { logger } from "@/lib/log";
import { findOwnMatchProfile } from "@/lib/matching/queries/own";
import { wantsAnything } from "@/lib/matching/rules/facts";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import { renumberLive } from "@/lib/saved/commands/live";
import { markLooked, markQuiet } from "@/lib/saved/commands/searches";
import {
  type DuePlace,
  findFresh,
  findHits,
  listDueSearches,
  listFitting,
  lockDueSearch,
} from "@/lib/saved/queries/alerts";
import { readSaved } from "@/lib/saved/queries/searches";
import { withoutFailing } from "@/lib/search/queries/match";
import { alertMail } from "./alert-mail";
import { noteTold } from "./commands";

/** Postings a mail; the rest is behind a link. */
const mostTold = 20;
/** New postings that are looked at for their match, an alert. */
const mostMatched = 5_000;
const batch = 100;

/**
 * The worker's task of each minute: numbers what went live, then sends each saved search whose time has come what is new to it. Searches are
 * taken in batches. Those that find nothing are done with together; the others have a transaction each: what fails is logged, left as it
 * was, and tried again in a minute.
 */
export async function sendAlerts() {
  const due = await inLongTransaction(async (tx) => ({ at: tx.now, upTo: await renumberLive(tx) }));
  let after: DuePlace | undefined;
  do {
    const places: DuePlace[] = await listDueSearches({ ...due, after }, batch);
    for (const id of await listWithNews(places, due.upTo))
      await inTransaction((tx) => sendAlert(tx, id, due)).catch((error) =>
        logger.error({ savedSearchId: id, err: error }, "an alert failed"),
      );
    after = places.length === batch ? places.at(-1) : undefined;
  } while (after);
}

/** The searches that find anything new; the marks of the others move on. A search that names something deleted waits until it is corrected. */
async function listWithNews(places: readonly DuePlace[], upTo: number): Promise<string[]> {
  const texts = [...new Set(places.map(({ criteria }) => criteria))];
  const read = new Map(
    await Promise.all(texts.map(async (criteria) => [criteria, await readSaved(criteria)] as const)),
  );
  const whole = places.flatMap(({ id, mark, criteria }) => {
    const saved = read.get(criteria);
    return saved?.faults.length === 0 ? [{ id, mark, ready: saved.ready }] : [];
  });
  return inLongTransaction(async (tx) => {
    const { hits, lookedUpTo } = await findHits(tx, whole, upTo);
    const quiet = whole.flatMap(({ id }) => (hits.has(id) ? [] : [id]));
    if (quiet.length > 0) await markQuiet(tx, quiet, lookedUpTo);
    return [...hits];
  });
}

/**
 * One search: the mail's job, the note of what it tells and the mark that moves on are kept together, or none of them. What fails a gate of its
 * owner's profile is neither told nor counted.
 */
export async function sendAlert(tx: Transaction, id: string, due: { at: Date; upTo: number }) {
  const search = await lockDueSearch(tx, id, due);
  if (!search) return;
  const { ready, faults } = await readSaved(search.criteria);
  if (faults.length > 0) return;
  const profile = await findOwnMatchProfile(search);
  const found = await findFresh(tx, search, profile ? withoutFailing(ready, profile) : ready, {
    upTo: due.upTo,
    limit: search.minMatch === null ? mostTold : mostMatched,
  });
  const fit = search.minMatch === null ? found : await listFitting(profile, search.minMatch, found.ids);
  const postings = await listPostingsByIds(fit.ids.slice(0, mostTold));
  // One that was closed since the statement before: the next minute looks again at all of it.
  if (postings.length < Math.min(fit.ids.length, mostTold)) return;
  const told =
    postings.length > 0
      ? await noteTold(
          tx,
          { userId: search.userId, savedSearchId: id },
          postings.map((posting) => posting.id),
        )
      : new Set();
  const isTold = told.size > 0;
  await markLooked(tx, search, { upTo: found.lookedUpTo, isTold });
  if (!isTold) return;
  const shown = postings.filter((posting) => told.has(posting.id));
  const total = fit.total - (postings.length - shown.length);
  await sendMail(tx, {
    ...alertMail(search, {
      postings: shown,
      total,
      isNarrowed: profile !== null && wantsAnything(profile.facts),
    }),
    key: `alert-${id}-${tx.now.getTime()}`,
  });
  await record(tx, {
    type: "alert.sent",
    actorId: null,
    data: { savedSearchId: id, told: told.size, total },
  });
}
