import { and, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { failsNoGate as failsNoGateOnBoard, notNumbered } from "@/lib/board/conditions";
import { isLive } from "@/lib/postings/queries/live";
import { present } from "@/lib/present";
import { hasApplied, isHiddenFrom } from "@/lib/profiles/queries/hidden";
import { failsNoGate, gatesForBoard } from "./gates";
import type { ReadyProfile } from "./profile";
import type { Among } from "./rank";

/** The live postings that the actor could still take: they fail no gate of the profile, are not hidden, and were not applied to. */
export const openTo = ({ userId }: Pick<Actor, "userId">, { facts }: Pick<ReadyProfile, "facts">): Among => ({
  where: present(
    and(isLive(), failsNoGate(facts), sql`not ${isHiddenFrom(userId)}`, sql`not ${hasApplied(userId)}`),
  ),
  onBoard: async (board) => {
    const [gates, done] = await Promise.all([gatesForBoard(board, facts), listDoneNumbers(userId)]);
    return [
      { ...failsNoGateOnBoard(gates), name: "gates" },
      { ...notNumbered(done), name: "done" },
    ];
  },
});

/** The numbers of the postings that the user hid or applied to. */
async function listDoneNumbers(userId: string): Promise<number[]> {
  const rows = await db().execute<{ number: number }>(sql`
    select p.number from postings p where p.id in (
      select h.posting_id from hidden_postings h where h.user_id = ${userId}::uuid
      union all select a.posting_id from applications a where a.candidate_id = ${userId}::uuid)`);
  return rows.map(({ number }) => number);
}
