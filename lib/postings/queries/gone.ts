import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { listLedger } from "@/lib/events/queries";
import { findPostingStatus } from "./status";

/** What is left to tell of a posting that is over: its title and ledger; of a removed one the reason alone. Null unless it is over. */
export async function findGonePosting(slug: string) {
  if ((await findPostingStatus(slug)) !== 410) return null;
  const [posting] = await db()
    .select({
      id: postings.id,
      title: postings.title,
      companyName: companies.name,
      companySlug: companies.slug,
      state: postings.state,
      closeReason: postings.closeReason,
      removeReason: postings.removeReason,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(postings.slug, slug));
  if (!posting) return null;
  if (posting.state === "removed")
    return { removed: true as const, id: posting.id, reason: posting.removeReason ?? "" };
  return { removed: false as const, ...posting, ledger: await listLedger(posting.id) };
}
