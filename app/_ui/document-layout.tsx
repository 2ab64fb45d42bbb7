import type { ReactNode } from "react";

/**
 * The document: its head over the whole width, then one column to read and one beside it to look things up in. On
 * phones the first look-up (`facts`) comes before the reading, the others after it.
 */
export function DocumentLayout({
  head,
  facts,
  aside,
  children,
}: {
  head: ReactNode;
  facts: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article>
      {head}
      <div className="mt-9 grid gap-x-12 gap-y-10 md:grid-cols-[minmax(0,1fr)_20rem] md:grid-rows-[auto_1fr]">
        <div className="min-w-0 md:col-start-2">{facts}</div>
        <div className="grid min-w-0 content-start gap-10 md:col-start-1 md:row-span-2 md:row-start-1">
          {children}
        </div>
        {aside && <aside className="grid min-w-0 content-start gap-10 md:col-start-2">{aside}</aside>}
      </div>
    </article>
  );
}
