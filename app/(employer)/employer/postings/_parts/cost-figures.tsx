import type { Cost } from "@/lib/matching/queries/cost";
import { capital, countInWords, people } from "./count-words";

/** How the must-haves narrow the field: one sentence, then one line each. Figures are multiples of 5, rounded down. */
export function CostFigures({ cost: { meeting, without } }: { cost: Cost }) {
  const [telling, small] = [
    without.filter(({ more }) => more !== null),
    without.filter(({ more }) => more === null),
  ];
  telling.sort((a, b) => Number(b.more) - Number(a.more));
  const [first] = telling;
  return (
    <>
      <p role="status" className="text-md">
        {without.length === 0
          ? `${capital(people(meeting))} allow employers to find them. You have not added a must-have yet.`
          : `${capital(people(meeting))} meet every must-have${first ? `; without ${first.line}, ${countInWords(first.more)} more would` : ""}.`}
      </p>
      {without.length > 1 && (
        <ul className="mt-2 grid gap-0.5 text-sm text-ink-2">
          {telling.slice(1).map(({ line, more }) => (
            <li key={line}>
              Without {line}: {countInWords(more)} more.
            </li>
          ))}
          {small.length > 0 && (
            <li>
              {telling.length > 0 ? "Without any other must-have" : "Without any one of them"}: fewer than 5
              more.
            </li>
          )}
        </ul>
      )}
    </>
  );
}
