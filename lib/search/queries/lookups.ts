import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { runSql } from "./run-sql";
import { textMatches } from "./text";

/** The numbers of the published postings whose text answers `q`, in one value: hundreds of thousands of rows would take longer to read than to find. Throws `too_slow`. */
export async function findNumbers(q: string): Promise<Uint32Array> {
  const [row] = await runSql<{ numbers: string | null }>(sql`
    select encode(string_agg(int4send(${postings.number}), ''), 'hex') as numbers
    from postings where ${postings.state} = 'published' and ${textMatches(q)}`);
  const bytes = Buffer.from(row?.numbers ?? "", "hex");
  const numbers = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at++) numbers[at] = bytes.readUInt32BE(4 * at);
  return numbers;
}

/**
 * What this user hid; but for the posting `except`, which they have just hidden and may want back. `numbers` are those of the postings, looked up at
 * the first call: a page asks for several searches of one reader.
 */
export type Hidden = { from: string; except?: string; numbers: () => Promise<number[]> };

/** What a user hid, but for the posting `except`, to be left out of searches. */
export function hiddenOf(userId: string, except?: string): Hidden {
  let found: Promise<number[]> | undefined;
  const numbers = () => {
    found ??= findHiddenNumbers(userId, except);
    return found;
  };
  return { from: userId, except, numbers };
}

async function findHiddenNumbers(userId: string, except: string | null = null): Promise<number[]> {
  const rows = await db().execute<{ number: number }>(sql`
    select p.number from hidden_postings h join postings p on p.id = h.posting_id
    where h.user_id = ${userId}::uuid and h.posting_id is distinct from ${except}::uuid`);
  return rows.map(({ number }) => number);
}
