import type { ReactNode } from "react";
import { PageHeader } from "@/app/_ui/page-header";
import { ViewLinks } from "@/app/_ui/view-links";

const parts = [
  { href: "/admin", label: "Review" },
  { href: "/admin/reports", label: "Reported and frozen" },
  { href: "/admin/appeals", label: "Appeals" },
  { href: "/admin/imports", label: "Incomplete imports" },
  { href: "/admin/companies", label: "Companies" },
  { href: "/admin/taxonomy", label: "Taxonomy" },
  { href: "/admin/users", label: "Accounts" },
  { href: "/admin/audit", label: "Audit" },
];

/** The head of each list of the desk, with the way to the others. */
export function DeskHeader({
  current,
  lead,
  actions,
}: {
  /** The address of the list. */
  current: string;
  lead: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <>
      <PageHeader title={parts.find(({ href }) => href === current)?.label} lead={lead} actions={actions} />
      <div className="mb-6">
        <ViewLinks
          label="Desk"
          views={parts.map(({ href, label }) => ({ href, label, isCurrent: href === current }))}
        />
      </div>
    </>
  );
}
