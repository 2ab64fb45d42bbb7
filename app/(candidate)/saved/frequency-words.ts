import type { Frequency } from "@/lib/saved/lists";
import { optionsOf } from "@/lib/taxonomy/words";

const frequencyWords: Record<Frequency, string> = {
  never: "Never",
  "at-once": "At once",
  daily: "Daily",
  weekly: "Weekly",
};
export const frequencyOptions = optionsOf(frequencyWords);

/** "New postings by e-mail daily". */
export const mailWords = (frequency: Frequency) =>
  frequency === "never" ? "No e-mails" : `New postings by e-mail ${frequencyWords[frequency].toLowerCase()}`;
