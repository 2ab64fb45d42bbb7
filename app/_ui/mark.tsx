/** The few signs the product draws with: one stroke, sized by the text beside them, silent to screen readers. */
const paths = {
  check: "M3 8.5 6.5 12 13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  dash: "M3 8h10",
  half: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
  dot: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  ring: "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.5L10.5 10",
  alert: "M8 2 15 14H1zM8 6.5v3.5M8 11.6v.6",
  question: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.7 8 9.1 8 10M8 12v.7",
  arrow: "M3 8h10M9 4l4 4-4 4",
  down: "M4 6l4 4 4-4",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5 14 14",
  star: "M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.1.9-4.3-3.2-3 4.3-.5z",
  starred: "M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.5l-3.9 2.1.9-4.3-3.2-3 4.3-.5z",
  out: "M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5",
} as const;

export type MarkName = keyof typeof paths;

const solid: Partial<Record<MarkName, true>> = { dot: true, starred: true };

export function Mark({ name, className }: { name: MarkName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`inline-block size-[1em] shrink-0 align-[-0.125em] ${className ?? ""}`}
      fill={solid[name] ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="square"
    >
      {name === "half" && <path d="M8 2a6 6 0 1 0 0 12z" fill="currentColor" stroke="none" />}
      <path d={paths[name]} />
    </svg>
  );
}
