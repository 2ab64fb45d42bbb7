/** One bar: what it stands for, in words that a reader of the table needs, and how much. */
export type Bar = { label: string; value: number };

const height = 96;
/** Few bars are no wider than those of a month. */
const fewest = 30;

/** A figure for each step of time, drawn on the server. The same figures stand in a table, folded, so the picture is silent to screen readers. */
export function BarChart({
  caption,
  unit,
  bars,
}: {
  caption: string;
  /** What is counted, as the head of a column: "Readers". */
  unit: string;
  bars: readonly Bar[];
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const first = bars.at(0);
  const last = bars.at(-1);
  return (
    <figure>
      <div className="flex items-stretch gap-2">
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${Math.max(bars.length, fewest) * 4} ${height}`}
          preserveAspectRatio="none"
          className="h-24 min-w-0 flex-1 border-b border-control text-accent"
        >
          {bars.map(({ label, value }, at) => {
            const tall = (value / most) * height;
            return (
              value > 0 && (
                <rect key={label} x={at * 4} y={height - tall} width={3} height={tall} fill="currentColor" />
              )
            );
          })}
        </svg>
        <span aria-hidden="true" className="text-xs text-ink-3 tabular-nums">
          {most}
        </span>
      </div>
      {first && last && (
        <div aria-hidden="true" className="flex justify-between pr-6 text-xs text-ink-3">
          <span>{first.label}</span>
          {bars.length >= fewest && <span>{last.label}</span>}
        </div>
      )}
      <figcaption className="mt-2">
        <details>
          <summary className="link inline-flex min-h-9 cursor-pointer items-center text-sm">
            {caption} as a table
          </summary>
          <table className="mt-2 w-full max-w-sm border-collapse">
            <caption className="sr-only">{caption}</caption>
            <thead>
              <tr className="border-y border-rule">
                <th scope="col" className="eyebrow py-2 text-left">
                  Day
                </th>
                <th scope="col" className="eyebrow py-2 text-right">
                  {unit}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(({ label, value }) => (
                <tr key={label} className="border-b border-rule">
                  <td className="py-1">{label}</td>
                  <td className="py-1 text-right tabular-nums">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
