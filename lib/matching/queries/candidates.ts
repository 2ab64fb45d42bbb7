import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import type { FailingCounts } from "@/lib/board/gates";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting } from "@/lib/postings/shape";
import { withoutIdentity } from "@/lib/profiles/identity";
import { type CandidateCursor, rankPeople } from "../people/rank";
import { bestLines } from "../rules/best";
import type { MatchablePosting, PostingFacts } from "../rules/facts";
import type { Gates } from "../rules/gates";
import type { Score } from "../rules/score";
import { type ExplainedLine, type ExplainedSheet, explainerOf } from "../rules/sheet";
import { readAsked } from "./candidates-in-memory";
import { rankInSql } from "./candidates-in-sql";
import { listPostingFacts } from "./matches";
import { listMatchProfiles } from "./own";

/**
 * A candidate as a row of the list: the range, how many of the must lines are had, the gates, the three lines that speak most for them, and a
 * few facts; no name and no address.
 */
export type RankedCandidate = Score & {
  id: string;
  gates: Gates;
  best: ExplainedLine[];
  mustsHad: number;
  musts: number;
  headline: string;
  years: number | null;
  invitedAt: Date | null;
  declinedAt: Date | null;
};

export type { CandidateCursor };

export type RankedCandidates = {
  ranked: RankedCandidate[];
  next: CandidateCursor | null;
  /** How many of all candidates fail a gate, and how many fail each. */
  failing: FailingCounts;
  posting: ListedPosting;
};

/**
 * The candidates that the company of a live posting may find and that did not apply to it, ranked by the rules: the `limit` after `after`,
 * and where the next page begins; with `takeable`, without those who fail a gate. Null unless the posting is live and the actor is an owner
 * or recruiter of its company. Of the people in memory where this process holds them, else in SQL, which gives the same.
 */
export async function rankCandidates(
  actor: Actor,
  postingId: string,
  {
    after,
    limit = 20,
    takeable = false,
  }: { after?: CandidateCursor; limit?: number; takeable?: boolean } = {},
): Promise<RankedCandidates | null> {
  const [[found], asked] = await Promise.all([
    listPostingsByIds([postingId]).then(withFacts),
    readAsked(actor, postingId),
  ]);
  if (!found || asked === null) return null;
  const wanted = { after, limit: limit + 1, takeable };
  const page = asked
    ? rankPeople(asked.people, { ...asked.question, posting: found.facts }, wanted)
    : await rankInSql(actor, postingId, found.facts, wanted);
  if (!page) return null;
  const shown = page.scored.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const [sheets, people] = await Promise.all([listSheets(found.facts, ids), listShown(postingId, ids)]);
  const ranked = shown.flatMap((scored) => {
    const [sheet, person] = [sheets.get(scored.id), people.get(scored.id)];
    return sheet && person
      ? [{ ...scored, ...person, gates: sheet.gates, best: bestLines(sheet.lines) }]
      : [];
  });
  const last = page.scored.length > limit ? page.scored[limit - 1] : undefined;
  return {
    ranked,
    next: last ? { rank: last.rank, high: last.high ?? 0, id: last.id } : null,
    failing: page.failing,
    posting: found.posting,
  };
}

/** Postings with what they ask. */
async function withFacts<P extends MatchablePosting & { id: string }>(postings: readonly P[]) {
  const facts = await listPostingFacts(postings);
  return postings.flatMap((posting) => {
    const own = facts.get(posting.id);
    return own ? [{ posting, facts: own }] : [];
  });
}

/** The sheets of these candidates with one posting, by the candidate's id. */
async function listSheets(
  posting: PostingFacts,
  ids: readonly string[],
): Promise<Map<string, ExplainedSheet>> {
  const profiles = await listMatchProfiles(ids);
  return new Map([...profiles].map(([id, { facts, edges }]) => [id, explainerOf(facts, edges)(posting)]));
}

type Shown = Pick<RankedCandidate, "headline" | "years" | "invitedAt" | "declinedAt">;

/** What the rows of these candidates show besides their sheets, by the candidate's id: no name and no address. */
async function listShown(postingId: string, ids: readonly string[]): Promise<Map<string, Shown>> {
  const rows = await db().execute<{
    id: string;
    headline: string;
    years: number | null;
    name: string | null;
    email: string;
    invitedAt: string | null;
    declinedAt: string | null;
  }>(sql`
    select u.id, p.headline, p.years::float8 as years, u.name, u.email, i.sent_at as "invitedAt", i.declined_at as "declinedAt"
    from profiles p join users u on u.id = p.user_id
      left join invitations i on i.posting_id = ${postingId}::uuid and i.candidate_id = p.user_id
    where p.user_id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(
    rows.map(({ id, headline, years, name, email, invitedAt, declinedAt }) => [
      id,
      {
        headline: withoutIdentity(headline, { name: name ?? "", email, schools: [] }),
        years,
        invitedAt: instantOf(invitedAt),
        declinedAt: instantOf(declinedAt),
      },
    ]),
  );
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));
