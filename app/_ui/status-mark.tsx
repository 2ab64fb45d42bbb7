import type { ReactNode } from "react";
import { Mark, type MarkName } from "./mark";

export type StatusTone = "good" | "neutral" | "waiting" | "warning" | "bad";

const tones: Record<StatusTone, { colour: string; mark: MarkName }> = {
  good: { colour: "text-accent", mark: "check" },
  neutral: { colour: "text-ink-3", mark: "ring" },
  waiting: { colour: "text-info", mark: "clock" },
  warning: { colour: "text-warn", mark: "alert" },
  bad: { colour: "text-bad", mark: "cross" },
};

/** A state in a word, with a sign of its own: colour is never the only difference. */
export function StatusMark({
  tone,
  mark,
  children,
}: {
  tone: StatusTone;
  mark?: MarkName;
  children: ReactNode;
}) {
  const look = tones[tone];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium ${look.colour}`}>
      <Mark name={mark ?? look.mark} />
      {children}
    </span>
  );
}
