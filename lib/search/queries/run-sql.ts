import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { DomainError, hasCode } from "@/lib/errors";

/** Milliseconds that one question of a search may take: past it nobody waits any more, and others wait for what it holds. */
const limit = 2_000;

/** The rows of one question of a search. Throws `too_slow` past the limit. */
export async function runSql<T extends Record<string, unknown>>(question: SQL): Promise<T[]> {
  try {
    return await db().transaction(async (tx) => {
      // Both in one statement: the driver would ask for a transaction that only reads by one of its own.
      await tx.execute(
        sql`select set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ${String(limit)}, true)`,
      );
      return (await tx.execute<T>(question)) as unknown as T[];
    });
  } catch (error) {
    if (hasCode(error, cutOff))
      throw new DomainError(
        "too_slow",
        "This search takes too long. Use fewer words, ask for newer postings, or try again.",
      );
    throw error;
  }
}

/** PostgreSQL's code for a statement that was ended, here by its limit. */
const cutOff = "57014";
