import type { ReactNode } from "react";
import { PageHeader } from "@/app/_ui/page-header";

/** A page of plain text: one column, headed parts. */
export function Article({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <div className="prose border-t-2 border-ink pt-5">{children}</div>
    </>
  );
}
