import { mostWaiting } from "@/lib/moderation/lists";
import { countedUpTo } from "@/lib/plural";

/** How many of each kind wait for the admins. */
export type QueueCounts = { postings: number; companies: number };

/** "3 postings and 1 changed company": what waits for the admins, without what does not; "" where nothing waits. */
export const queueInWords = ({ postings, companies }: QueueCounts): string =>
  [
    postings > 0 && countedUpTo(mostWaiting, postings, "posting"),
    companies > 0 && countedUpTo(mostWaiting, companies, "changed company", "changed companies"),
  ]
    .filter(Boolean)
    .join(" and ");
