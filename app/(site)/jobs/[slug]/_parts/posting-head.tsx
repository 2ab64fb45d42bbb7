import type { ReactNode } from "react";
import { payScaleMaxUsd } from "@/app/_parts/search/pay-scale";
import { Mark } from "@/app/_ui/mark";
import { RangeBar, RangeScale } from "@/app/_ui/range-bar";
import type { PagePosting } from "@/lib/postings/queries/public";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { formatYearlyUsd } from "../../../../_parts/search/format";
import { verifiedWords } from "../../../companies/_parts/company-row";

/** Whose, what, where; then the pay, and beside it the way to apply. */
export function PostingHead({ posting, apply }: { posting: PagePosting; apply: ReactNode }) {
  const { company, salary, verifiedBy } = posting;
  const yearlyUsd = formatYearlyUsd(salary);
  return (
    <header>
      <p className="text-md">
        <a href={`/companies/${company.slug}`} className="plain-link font-medium">
          {company.name}
        </a>
        {verifiedBy && (
          <span className="ml-2 text-sm whitespace-nowrap text-accent">
            <Mark name="check" /> Verified by {verifiedWords[verifiedBy]}
          </span>
        )}
      </p>
      <h1 className="mt-1 max-w-[26ch] text-2xl leading-tight font-semibold tracking-tight md:text-3xl">
        {posting.title}
      </h1>
      <p className="mt-2 text-md text-ink-2">{formatWhere(posting, 6)}</p>
      <div className="mt-6 grid gap-x-12 gap-y-5 border-t-2 border-ink pt-4 md:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <p className="eyebrow">Pay</p>
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="amount text-2xl md:text-3xl">{formatPay(salary)}</span>
            <span className="text-ink-2">{formatPeriod(salary.period)}</span>
          </p>
          <div className="mt-2 max-w-lg">
            <RangeBar from={salary.yearlyUsd.min} to={salary.yearlyUsd.max} max={payScaleMaxUsd} ticks={3} />
            <RangeScale labels={["0", "100k", "200k", "300k"]} />
          </div>
          {yearlyUsd && <p className="mt-1 text-sm text-ink-3 tabular-nums">{yearlyUsd}</p>}
        </div>
        <div>{apply}</div>
      </div>
    </header>
  );
}
