import type { ReactNode } from "react";
import { Mark, type MarkName } from "./mark";

type Tone = "info" | "success" | "warning" | "danger";

const tones: Record<Tone, { box: string; mark: string; name: MarkName }> = {
  info: { box: "border-info bg-raised", mark: "text-info", name: "dash" },
  success: { box: "border-accent bg-raised", mark: "text-accent", name: "check" },
  warning: { box: "border-warn bg-warn-soft", mark: "text-warn", name: "alert" },
  danger: { box: "border-bad bg-bad-soft", mark: "text-bad", name: "alert" },
};

/** A sentence or two that the reader must not miss. `live` announces it when it appears after an action. */
export function Notice({
  tone = "info",
  title,
  live,
  children,
}: {
  tone?: Tone;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const look = tones[tone];
  return (
    <div role={live ? "status" : undefined} className={`flex gap-3 border-l-4 px-4 py-3 ${look.box}`}>
      <Mark name={look.name} className={`mt-1 ${look.mark}`} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
