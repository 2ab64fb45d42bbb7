import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { markPostingAction } from "@/app/_parts/search/actions";
import type { listHidden } from "@/lib/profiles/queries/hidden";

/** What was hidden, the latest first, each with the way back. */
export function HiddenList({ hidden }: { hidden: Awaited<ReturnType<typeof listHidden>> }) {
  return (
    <ul>
      {hidden.map(({ id, title, slug, companyName, at }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-6 border-b border-rule py-2 first:border-t"
        >
          <div className="min-w-0">
            <a href={`/jobs/${slug}`} className="plain-link py-1 font-medium">
              {title}
            </a>
            <p className="text-sm text-ink-3">
              {companyName}, hidden on <time dateTime={at.toISOString()}>{formatDay(at)}</time>
            </p>
          </div>
          <ButtonForm action={markPostingAction} values={{ show: id }} waiting="Showing…">
            Show again<span className="sr-only"> {title}</span>
          </ButtonForm>
        </li>
      ))}
    </ul>
  );
}
