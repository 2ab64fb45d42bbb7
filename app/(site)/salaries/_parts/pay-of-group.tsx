import type { ReactNode } from "react";
import { Notice } from "@/app/_ui/notice";
import { RangeBar, RangeScale } from "@/app/_ui/range-bar";
import { Section } from "@/app/_ui/section";
import { counted } from "@/lib/plural";
import type { Fault, SearchCriteria } from "@/lib/search/criteria";
import { fewestForPay, type findPayOf } from "@/lib/search/queries/pay";
import { searchHref } from "../../../_parts/search/search-view";
import { dollars } from "./pay-table";

const ticks = 4;

/** What the postings of the chosen group pay, in a sentence and on a ruler; `children` chooses the group. */
export function PayOfGroup({
  criteria,
  faults,
  found: { postings, pay },
  most,
  children,
}: {
  criteria: SearchCriteria;
  faults: readonly Fault[];
  found: Awaited<ReturnType<typeof findPayOf>>;
  most: number;
  children: ReactNode;
}) {
  return (
    <Section title="What open postings pay" note="US dollars a year">
      {faults.length > 0 && (
        <div className="mb-4">
          <Notice tone="warning" title="Part of this address cannot be read">
            {faults.map(({ message }) => message).join(" ")}
          </Notice>
        </div>
      )}
      {children}
      <div className="mt-6" aria-live="polite">
        {pay ? (
          <>
            <p className="mb-3 text-lg">
              Half of them pay between <span className="amount">{dollars(pay.lower)}</span> and{" "}
              <span className="amount">{dollars(pay.upper)}</span>. The median is{" "}
              <span className="amount">{dollars(pay.median)}</span>.
            </p>
            <RangeBar from={pay.lower} to={pay.upper} max={most} ticks={ticks} tone="accent" />
            <RangeScale
              labels={Array.from(
                { length: ticks + 1 },
                (_, at) => `$${Math.round((most * at) / ticks / 1_000)}k`,
              )}
            />
          </>
        ) : (
          <p className="text-ink-2">
            {postings === 0
              ? "No posting is open for this choice."
              : `Fewer than ${fewestForPay} postings are open for this choice.`}{" "}
            We show pay from {fewestForPay} postings on, so that nobody’s own pay is shown.
          </p>
        )}
        <p className="mt-3 text-sm text-ink-3">
          {postings > 0 && (
            <>
              <a className="link" href={searchHref(criteria)}>
                {counted(postings, "open posting")}
              </a>
              .{" "}
            </>
          )}
          Each counts as the middle of its range, as a year in dollars. The tables below are computed every
          ten minutes.
        </p>
      </div>
    </Section>
  );
}
