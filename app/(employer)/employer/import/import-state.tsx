import { StatusMark } from "@/app/_ui/status-mark";
import { hasStopped } from "@/lib/imports/rules";
import { counted } from "@/lib/plural";

export type Run = {
  state: "waiting" | "done" | "refused";
  total: number | null;
  done: number;
  updatedAt: Date;
};

/** How far an import is. */
export function ImportState({ of: run, now }: { of: Run; now: Date }) {
  if (run.state === "refused") return <StatusMark tone="bad">Not imported</StatusMark>;
  if (run.state === "done") return <StatusMark tone="good">{counted(run.done, "posting")} read</StatusMark>;
  const far =
    run.total === null ? "Waiting to be read" : `${run.done} of ${counted(run.total, "posting")} imported`;
  return hasStopped(run, now) ? (
    <StatusMark tone="warning">Stopped: {far}</StatusMark>
  ) : (
    <StatusMark tone="waiting">{far}</StatusMark>
  );
}
