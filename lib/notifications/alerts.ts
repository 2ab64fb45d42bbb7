import { inLongTransaction, inTransaction, type Transaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { record } from "@/lib/events/commands";
import { logger } from "@/lib/log";
import { findOwnMatchProfile } from "@/lib/matching/queries/own";
import { wantsAnything } from "@/lib/matching/rules/facts";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import { renumberLive } from "@/lib/saved/commands/live";
import { markLooked, markQuiet } from "@/lib/saved/commands/searches";
import {
  type DuePlace,
  findFresh,
  findHits,
  listDueSearches,
  listFitting,
  lockDueSearch,
  type News,
  readNews,
} from "@/lib/saved/queries/alerts";
import { readManySaved, readSaved } from "@/lib/saved/queries/searches";
import { withoutFailing } from "@/lib/search/queries/match";
import { alertMail } from "./alert-mail";
import { noteTold } from "./commands";

/** Postings a mail; the rest is behind a link. */
const mostTold = 20;
/** New postings that are looked at for their match, an alert. */
const mostMatched = 5_000;
/** Searches that are looked at together. */
const batch = 5_000;
/** Alerts that are made at the same time. */
const atOnce = 3;

/**
 * The worker's task of each minute: numbers what went live, then sends each saved search whose time has come what is new to it. Searches are
 * taken in batches. Those that find nothing are done with together; the others have a transaction each: what fails is logged, left as it
 * was, and tried again in a minute.
 */
export async function sendAlerts() {
  const due = await inLongTransaction(async (tx) => ({ at: tx.now, upTo: await renumberLive(tx) }));
  const news = await readNews(due);
  let after: DuePlace | undefined;
  do {
    const places: DuePlace[] = await listDueSearches({ ...due, after }, batch);
    const shared: Shared = { saved: new Map(), postings: new Map() };
    const ids = await listWithNews(places, news, shared);
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let id = ids.shift(); id; id = ids.shift()) await tryAlert(id, due, shared);
      }),
    );
    after = places.length === batch ? places.at(-1) : undefined;
  } while (after);
}

/** What the alerts of one batch have in common: searches by their text, and postings by their id as mails show them. */
type Shared = {
  saved: Map<string, Pick<Awaited<ReturnType<typeof readSaved>>, "ready" | "faults">>;
  postings: Map<string, ListedPosting>;
};

const tryAlert = (id: string, due: { at: Date; upTo: number }, shared: Shared) =>
  inTransaction((tx) => sendAlert(tx, id, due, shared)).catch((error) =>
    logger.error({ savedSearchId: id, err: error }, "an alert failed"),
  );

/** The searches that find anything new; the marks of the others move on. A search that names something deleted waits until it is corrected. */
async function listWithNews(places: readonly DuePlace[], news: News, shared: Shared): Promise<string[]> {
  const read = await readManySaved([...new Set(places.map(({ criteria }) => criteria))]);
  const whole = places.flatMap((place) => {
    const saved = read.get(place.criteria);
    return saved?.faults.length === 0 ? [{ ...place, ready: saved.ready }] : [];
  });
  const hits = await findHits(news, whole);
  for (const { criteria, ready } of hits) {
    // Words are corrected where they are searched for.
    if (!ready.criteria.q) shared.saved.set(criteria, { ready, faults: [] });
  }
  const isHit = new Set(hits.map(({ id }) => id));
  const quiet = whole.flatMap(({ id }) => (isHit.has(id) ? [] : id));
  if (quiet.length > 0) await inLongTransaction((tx) => markQuiet(tx, quiet, news.lookedUpTo));
  return [...isHit];
}

/**
 * One search: the mail's job, the note of what it tells and the mark that moves on are kept together, or none of them. What fails a gate of its
 * owner's profile is neither told nor counted.
 */
export async function sendAlert(
  tx: Transaction,
  id: string,
  due: { at: Date; upTo: number },
  shared: Shared = { saved: new Map(), postings: new Map() },
) {
  const search = await lockDueSearch(tx, id, due);
  if (!search) return;
  const { ready, faults } = shared.saved.get(search.criteria) ?? (await readSaved(search.criteria));
  if (faults.length > 0) return;
  const profile = await findOwnMatchProfile(search);
  const found = await findFresh(tx, search, profile ? withoutFailing(ready, profile) : ready, {
    upTo: due.upTo,
    limit: search.minMatch === null ? mostTold : mostMatched,
  });
  const fit = search.minMatch === null ? found : await listFitting(profile, search.minMatch, found.ids);
  const postings = await listShown(fit.ids.slice(0, mostTold), shared);
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

/** The live postings among `ids`, in their order, as they were when an alert of this batch first showed them. */
async function listShown(ids: readonly string[], { postings }: Shared): Promise<ListedPosting[]> {
  const missing = ids.filter((id) => !postings.has(id));
  for (const posting of await listPostingsByIds(missing)) postings.set(posting.id, posting);
  return ids.flatMap((id) => postings.get(id) ?? []);
}
