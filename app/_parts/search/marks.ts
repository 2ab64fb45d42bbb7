import { askToConfirmAfterDays } from "@/lib/postings/rules";
import type { PublicPosting } from "@/lib/postings/shape";

/** Whether the day on which the employer is asked to reconfirm has passed without an answer. */
export function isUnconfirmed({ confirmedAt }: Pick<PublicPosting, "confirmedAt">, now: Date): boolean {
  return now.getTime() - Date.parse(confirmedAt) > askToConfirmAfterDays * 86_400_000;
}
