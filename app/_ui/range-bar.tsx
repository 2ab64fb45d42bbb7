/**
 * A range on a scale, drawn as a ruler: hairline, ticks, bar. Bars under one another share the scale, so that a list
 * can be compared by eye. `label` says it in words; where the same words stand beside it, leave it out.
 */
export function RangeBar({
  from,
  to,
  max,
  ticks = 4,
  label,
  tone = "ink",
}: {
  from: number;
  to: number;
  max: number;
  ticks?: number;
  label?: string;
  tone?: "ink" | "accent";
}) {
  const clamp = (n: number) => Math.min(Math.max((n / max) * 100, 0), 100);
  const start = clamp(from);
  const width = Math.max(clamp(to) - start, 1.5);
  const x = Math.min(start, 98.5);
  const beyond = to > max;
  return (
    <span className="block">
      {label && <span className="sr-only">{label}</span>}
      <svg aria-hidden="true" className="block h-2 w-full overflow-visible" preserveAspectRatio="none">
        <line x1="0" x2="100%" y1="4" y2="4" className="stroke-control" strokeWidth="1" />
        {Array.from({ length: ticks + 1 }, (_, i) => `${(i / ticks) * 100}%`).map((at) => (
          <line key={at} x1={at} x2={at} y1="1.5" y2="6.5" className="stroke-control" strokeWidth="1" />
        ))}
        <rect
          x={`${x}%`}
          width={`${Math.min(width, 100 - x)}%`}
          y="2"
          height="4"
          className={tone === "accent" ? "fill-accent" : "fill-ink"}
        />
        {beyond && (
          <circle cx="100%" cy="4" r="3.5" className={tone === "accent" ? "fill-accent" : "fill-ink"} />
        )}
      </svg>
    </span>
  );
}

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
