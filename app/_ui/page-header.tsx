import type { ReactNode } from "react";

export type Crumb = { href: string; label: ReactNode };

/** Where this page stands: the way up, never the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="no-print text-sm text-ink-3">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="flex gap-2">
            <a href={crumb.href} className="plain-link inline-flex min-h-9 items-center">
              {crumb.label}
            </a>
            <span aria-hidden="true" className="inline-flex min-h-9 items-center">
              /
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The head of a page: what it is, one sentence about it, what can be done with it. */
export function PageHeader({
  title,
  lead,
  crumbs,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
}) {
  return (
    <header className="pt-6 pb-5 md:pt-9">
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight md:text-2xl">{title}</h1>
          {lead && <p className="mt-1.5 max-w-measure text-md text-ink-2">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  );
}
