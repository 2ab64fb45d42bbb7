"use client";

import { AnswerRate } from "@/app/_parts/answer-rate";
import { Logo } from "@/app/_parts/logo";
import { CompanyMark, type Standing } from "./company-mark";

/** A company as the directory shows it: what is said of it stands in `facts`. */
export type CompanyLine = {
  slug: string;
  name: string;
  logo: string | null;
  facts: string;
  answerRate: number | null;
} & Standing;

/** The companies of the directory, drawn from plain data. */
export function CompanyList({ companies }: { companies: readonly CompanyLine[] }) {
  return (
    <ul className="border-t-2 border-ink">
      {companies.map((company) => (
        <li
          key={company.slug}
          className="grid gap-x-8 gap-y-0.5 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="flex min-w-0 gap-3">
            <Logo hash={company.logo} size={40} />
            <div className="min-w-0">
              <a href={`/companies/${company.slug}`} className="plain-link text-md font-semibold">
                {company.name}
              </a>
              <p className="text-sm text-ink-3">{company.facts}</p>
              {company.claimed && (
                <p className="text-sm text-ink-2">
                  <AnswerRate rate={company.answerRate} />
                </p>
              )}
            </div>
          </div>
          <CompanyMark company={company} />
        </li>
      ))}
    </ul>
  );
}
