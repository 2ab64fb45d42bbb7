import { elementAt } from "@/lib/present";

/**
 * Finds the span that a position lies in, among spans in order that do not overlap. The positions asked for must ascend, so that
 * all questions together take one walk.
 */
export function spanWalk<Span extends { start: number; end: number }>(spans: readonly Span[]) {
  let at = 0;
  return (position: number): Span | undefined => {
    while (at < spans.length && elementAt(spans, at).end <= position) at++;
    const span = spans[at];
    return span && span.start <= position ? span : undefined;
  };
}
