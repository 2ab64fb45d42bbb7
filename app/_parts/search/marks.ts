import { daysBetween } from "@/lib/days";
import { askToConfirmAfterDays } from "@/lib/postings/life-days";
import type { PublicPosting } from "@/lib/postings/shape";

/** Whether the day on which the employer is asked to reconfirm has passed without an answer. */
export function isUnconfirmed({ confirmedAt }: Pick<PublicPosting, "confirmedAt">, now: Date): boolean {
  return daysBetween(new Date(confirmedAt), now) > askToConfirmAfterDays;
}
