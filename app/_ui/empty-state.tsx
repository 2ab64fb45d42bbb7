import type { ReactNode } from "react";

/** Why there is nothing here, and the way on. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="border-y border-rule py-10">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <div className="mt-2 max-w-measure text-ink-2">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
