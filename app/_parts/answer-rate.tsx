import { fewestForRate } from "@/lib/applications/lists";

/** How often applicants got their answer in time, from 0 to 1, in words; null is too few applications to say. */
export function AnswerRate({ rate }: { rate: number | null }) {
  if (rate === null) return <span>No rate yet (from {fewestForRate} applications).</span>;
  return (
    <span>
      <span className="font-medium tabular-nums text-ink">{Math.round(rate * 100)}%</span> of applicants got
      an answer in time.
    </span>
  );
}

/** How the answer rate is counted, folded away. */
export function HowItIsCounted() {
  return (
    <details>
      <summary className="inline-flex min-h-9 cursor-pointer items-center text-sm text-ink-3">
        How this is counted
      </summary>
      <p className="text-sm text-ink-3">
        We count applications that were answered, and those whose promised day has passed without an answer.
        An application that was withdrawn before that day does not count. The rate is shown from{" "}
        {fewestForRate} applications on.
      </p>
    </details>
  );
}
