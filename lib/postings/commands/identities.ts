import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isClaimed } from "@/db/membership";
import { saveMissingIdentities } from "@/lib/companies/commands/identities";

/**
 * Brings a database or a backup that is older than the name keys of companies up to date, in the caller's transaction: companies get
 * theirs, and what imports made is known by them from now on. Until then the identity of a posting held the company's slug, which several
 * names could share. Postings of companies with members keep theirs: an import does not touch them.
 */
export async function renewIdentities(on: Pick<Database, "select" | "execute">): Promise<void> {
  if ((await saveMissingIdentities(on)) === 0) return;
  await on.execute(sql`
    update postings set source = split_part(source, ':', 1) || ':' || c.name_key
    from companies c where c.id = postings.company_id and c.from_import and source like '%:%'
      and source <> split_part(source, ':', 1) || ':' || c.name_key
      and not ${isClaimed(sql`c.id`)}`);
}
