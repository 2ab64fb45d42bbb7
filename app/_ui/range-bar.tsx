import type { CSSProperties } from "react";

/**
 * A range on a scale, drawn as a ruler: hairline, ticks, bar. Bars under one another share the scale, so that a list
 * can be compared by eye. The same words stand beside it: it is silent to screen readers.
 */
export function RangeBar({
  from,
  to,
  max,
  ticks = 4,
  tone = "ink",
}: {
  from: number;
  to: number;
  max: number;
  ticks?: number;
  tone?: "ink" | "accent";
}) {
  const clamp = (n: number) => Math.min(Math.max((n / max) * 100, 0), 100);
  const wide = Math.max(clamp(to) - clamp(from), 1.5);
  const start = Math.min(clamp(from), 100 - wide);
  const place = {
    // As CSS places a background: 0% is the left end of the ruler, 100% the place where the bar touches its right end.
    "--at": `${round((start / (100 - wide || 1)) * 100)}%`,
    "--wide": `${round(wide)}%`,
    "--step": `${round(100 / ticks)}%`,
  } as CSSProperties;
  const look = ["ruler", tone === "accent" && "accent", to > max && "beyond"].filter(Boolean).join(" ");
  return <span aria-hidden="true" className={look} style={place} />;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** The figures along such a ruler, from its start to its end. */
export function RangeScale({ labels }: { labels: readonly string[] }) {
  return (
    <div aria-hidden="true" className="relative h-4 text-xs text-ink-3 tabular-nums">
      {labels.map((label, i) => {
        // Each figure is centred on its tick, the first and last kept inside the ruler.
        const at = (i / (labels.length - 1)) * 100;
        const shift = i === 0 ? 0 : i === labels.length - 1 ? 100 : 50;
        return (
          <span
            key={label}
            className="absolute"
            style={{ left: `${at}%`, transform: `translateX(-${shift}%)` }}
          >
            {label}
          </span>
        );
      })}
    </div>
  );
}
