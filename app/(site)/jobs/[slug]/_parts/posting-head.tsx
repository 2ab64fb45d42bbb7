import type { ReactNode } from "react";
import { payScaleMaxUsd } from "@/app/_parts/search/pay-scale";
import { Mark } from "@/app/_ui/mark";
import { RangeBar, RangeScale } from "@/app/_ui/range-bar";
import type { PreviewPosting } from "@/lib/postings/queries/public";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { formatYearlyUsd } from "../../../../_parts/search/format";
import { verifiedWords } from "../../../companies/_parts/company-mark";

/** Whose, what, where; then the pay, and beside it the way to apply. A preview says what is not stated yet. */
export function PostingHead({
  posting,
  apply,
  isNamed = true,
}: {
  posting: PreviewPosting;
  apply: ReactNode;
  /** False where the page says above whose it is, and what. */
  isNamed?: boolean;
}) {
  const { company, salary, workplace, verifiedBy } = posting;
  return (
    <header>
      {isNamed && (
        <>
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
            {posting.title || "Untitled posting"}
          </h1>
        </>
      )}
      <p className="mt-2 text-md text-ink-2">
        {workplace ? formatWhere({ ...posting, workplace }, 6) : "Workplace not stated yet"}
      </p>
      <div className="mt-6 grid gap-x-12 gap-y-5 border-t-2 border-ink pt-4 md:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <p className="eyebrow">Pay</p>
          {salary ? <Pay salary={salary} /> : <p className="text-lg text-warn">Not stated yet</p>}
        </div>
        <div>
          {posting.isUnconfirmed && (
            <p className="mb-3 text-sm text-warn">
              <Mark name="alert" /> Not confirmed lately
            </p>
          )}
          {apply}
        </div>
      </div>
    </header>
  );
}

function Pay({ salary }: { salary: NonNullable<PreviewPosting["salary"]> }) {
  const yearlyUsd = formatYearlyUsd(salary);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="amount text-2xl md:text-3xl">{formatPay(salary)}</span>
        <span className="text-ink-2">{formatPeriod(salary.period)}</span>
      </p>
      <div className="mt-2 max-w-lg">
        <RangeBar from={salary.yearlyUsd.min} to={salary.yearlyUsd.max} max={payScaleMaxUsd} ticks={3} />
        <RangeScale labels={["0", "100k", "200k", "300k"]} />
      </div>
      {yearlyUsd && <p className="mt-1 text-sm text-ink-3 tabular-nums">{yearlyUsd}</p>}
    </>
  );
}
