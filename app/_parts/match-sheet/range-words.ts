import type { Sheet, SheetLine } from "@/lib/matching/rules/sheet";
import { counted } from "@/lib/plural";

/** "58 to 83 %", "83 %": a range as people say it. */
export const rangeWords = ({ low, high }: { low: number; high: number }) =>
  low === high ? `${low} %` : `${low} to ${high} %`;

/** Why the range is as wide as it is: "3 lines are not answered". Null for a posting without lines. */
export function openWords({ low, high, lines }: Pick<Sheet, "low" | "high" | "lines">): string | null {
  if (low === null || high === null) return null;
  const unknown = lines.filter(({ state }) => state === "unknown").length;
  const halfOpen = lines.filter((line) => line.state !== "unknown" && line.low < line.high).length;
  const parts = [
    unknown > 0 && `${counted(unknown, "line is", "lines are")} not answered`,
    halfOpen > 0 && `${counted(halfOpen, "line is", "lines are")} answered without years`,
  ].filter((part) => part !== false);
  if (parts.length > 0) return parts.join(", ");
  return low === high ? "every line is answered" : "every line is answered; the rest is rounding";
}

/** How much of a line's weight is certain, and how much is possible: "3", "0–3". */
export function creditWords({ weight, low, high }: Pick<SheetLine, "weight" | "low" | "high">): string {
  return low === high ? String(weight * low) : `${weight * low}–${weight * high}`;
}

/** The sums that the score is made from, which are the sums of what the lines show. */
export function sumWords(lines: readonly SheetLine[]): { had: string; asked: number } {
  const sum = (part: (line: SheetLine) => number) => lines.reduce((total, line) => total + part(line), 0);
  const [low, high] = [sum(({ weight, low }) => weight * low), sum(({ weight, high }) => weight * high)];
  return { had: low === high ? String(low) : `${low}–${high}`, asked: sum(({ weight }) => weight) };
}
