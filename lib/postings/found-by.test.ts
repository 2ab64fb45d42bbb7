import { expect, it } from "vitest";
import { levelInWords } from "./found-by";

it.each([
  [
    "Senior Backend Engineer",
    5,
    "5+ years: band Mid. Searches for “senior” find it, because the title says so.",
  ],
  [
    "Backend Engineer",
    5,
    "5+ years: band Mid. Searches for “mid” find it, because the title names no level.",
  ],
  [
    "Sr. Go Developer",
    null,
    "No minimum of years, so no band. Searches for “sr” find it, because the title says so.",
  ],
  [
    "Leadership tools, Go",
    12,
    "12+ years: band Senior. Searches for “senior” find it, because the title names no level.",
  ],
  [
    "Go Developer",
    null,
    "No minimum of years, so no band. Searches for a level do not find it, because the title names none.",
  ],
])("says which band and level %s with %s years has", (title, years, words) => {
  expect(levelInWords(title, years)).toBe(words);
});
