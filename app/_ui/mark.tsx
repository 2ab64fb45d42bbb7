const names = [
  "check",
  "cross",
  "dash",
  "half",
  "dot",
  "ring",
  "clock",
  "alert",
  "question",
  "arrow",
  "down",
  "search",
  "star",
  "starred",
  "out",
] as const;

export type MarkName = (typeof names)[number];

/** One of the few signs that the product draws with: one stroke, sized by the text beside it, silent to screen readers. globals.css draws them. */
export function Mark({ name, className = "" }: { name: MarkName; className?: string }) {
  return <i aria-hidden="true" className={`mark mark-${name} ${className}`} />;
}
