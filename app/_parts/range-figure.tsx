import { Unstated } from "@/app/_ui/data-list";
import { rangeWords } from "./match-sheet/range-words";

/** A match as the figure of a row; a dash where the posting asks for nothing. */
export const RangeFigure = ({ low, high }: { low: number | null; high: number | null }) =>
  low === null || high === null ? (
    <Unstated>no score</Unstated>
  ) : (
    <span className="amount whitespace-nowrap text-accent">{rangeWords({ low, high })}</span>
  );
