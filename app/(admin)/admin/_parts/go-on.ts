import { redirect } from "next/navigation";
import type { Admin } from "@/lib/auth/input";
import { type Claimed, claimNext } from "@/lib/moderation/commands/claim";
import { listReported } from "@/lib/reports/queries";
import type { Done } from "./done";

/** The page on which something is reviewed. */
export const reviewPath = (review: Claimed) =>
  review.kind === "posting" ? `/admin/postings/${review.id}` : `/admin/companies/${review.slug}`;

/** To what waits next behind what was just decided about, else to the first that waits, else to the empty queue. */
export async function goOn(
  admin: Admin,
  done: Done,
  decided?: { id: string; seen?: string },
): Promise<never> {
  const after = decided?.seen ? { since: new Date(decided.seen), id: decided.id } : undefined;
  const next = (after && (await claimNext(admin, after))) ?? (await claimNext(admin));
  redirect(`${next ? reviewPath(next) : "/admin"}?done=${done}`);
}

/** To the posting that was reported first, else to the empty list. */
export async function goOnWithReports(admin: Admin, done: Done): Promise<never> {
  const [next] = (await listReported(admin)).reported;
  redirect(next ? `/admin/postings/${next.postingId}?done=${done}` : `/admin/reports?done=${done}`);
}
