import { inTransaction } from "@/db/client";
import { moveTemplates } from "@/lib/applications/commands/templates";
import type { Admin } from "@/lib/auth/input";
import { absorb, lockToMerge } from "@/lib/companies/commands/merge";
import type { MergeCompany } from "@/lib/companies/input";
import { movePostings } from "@/lib/postings/commands/move";
import { moveBlocks } from "@/lib/profiles/commands/visibility";
import { moveFollowers } from "@/lib/saved/commands/searches";

/**
 * Merges a company into another one, with its postings, applicants, members, templates, followers, and those who block it; gives the address of the
 * other. The old address leads there. All members are told. Throws as `lockToMerge`.
 */
export function mergeCompany(admin: Admin, input: MergeCompany): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const { from, into } = await lockToMerge(tx, input);
    const ids = { from: from.id, into: into.id };
    await movePostings(tx, ids);
    await moveTemplates(tx, ids);
    await moveBlocks(tx, ids);
    await moveFollowers(tx, { from: from.slug, into: into.slug });
    await absorb(tx, admin, { from, into });
    return { slug: into.slug };
  });
}
