import { arrivingFrom } from "@/lib/postings/arrival";
import type { PublicPosting } from "@/lib/postings/shape";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";

export type SimilarPosting = Pick<
  PublicPosting,
  "id" | "slug" | "title" | "company" | "salary" | "workplace" | "places" | "hiringCountries"
>;

/** Others like this one, as short as an index. */
export function SimilarPostings({ postings }: { postings: readonly SimilarPosting[] }) {
  return (
    <ul>
      {postings.map((posting) => (
        <li
          key={posting.id}
          className="grid gap-x-8 border-t border-rule py-2.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <a href={arrivingFrom(`/jobs/${posting.slug}`, "similar")} className="plain-link font-medium">
              {posting.title}
            </a>
            <p className="text-sm text-ink-3">
              {posting.company.name} · {formatWhere(posting, 2)}
            </p>
          </div>
          <p className="sm:text-right">
            <span className="amount">{formatPay(posting.salary)}</span>{" "}
            <span className="text-xs text-ink-3">{formatPeriod(posting.salary.period)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
