import type { Frequency } from "@/lib/saved/lists";
import { optionsOf } from "@/lib/taxonomy/words";

const frequencyWords: Record<Frequency, string> = {
  never: "Never",
  "at-once": "At once",
  daily: "Daily",
  weekly: "Weekly",
};
export const frequencyOptions = optionsOf(frequencyWords);

/** "by e-mail daily", in the middle of a sentence. */
export const byMail = (frequency: Frequency) =>
  frequency === "never" ? "without e-mail" : `by e-mail ${frequencyWords[frequency].toLowerCase()}`;
