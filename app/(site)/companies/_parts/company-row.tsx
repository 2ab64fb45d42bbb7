import { AnswerRate } from "@/app/_parts/answer-rate";
import { Logo } from "@/app/_parts/logo";
import { StatusMark } from "@/app/_ui/status-mark";
import type { listCompanies } from "@/lib/companies/queries";
import { counted } from "@/lib/plural";
import { countryName } from "@/lib/taxonomy/countries";

export type Company = Awaited<ReturnType<typeof listCompanies>>["companies"][number];

/** One company in the directory, with how many open postings it has. */
export function CompanyRow({ company, open }: { company: Company; open: number }) {
  return (
    <li className="grid gap-x-8 gap-y-0.5 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 gap-3">
        <Logo hash={company.logo} size={40} />
        <div className="min-w-0">
          <a href={`/companies/${company.slug}`} className="plain-link text-md font-semibold">
            {company.name}
          </a>
          <p className="text-sm text-ink-3">
            {[companyFacts(company), counted(open, "open posting", "open postings")]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {company.claimed && (
            <p className="text-sm text-ink-2">
              <AnswerRate rate={company.answerRate} />
            </p>
          )}
        </div>
      </div>
      <CompanyMark company={company} />
    </li>
  );
}

/** "Germany · 51–200 people", as far as it is known. */
export function companyFacts({ country, size }: Pick<Company, "country" | "size">): string {
  return [country && countryName(country), size && `${sizeWord(size)} people`].filter(Boolean).join(" · ");
}

/** "51–200", as a range is set. */
export function sizeWord(size: string): string {
  return size.replace("-", "–").replace("1000", "1,000").replace("1001", "1,001");
}

/** Whether it was shown to be who it says, and whether anyone answers here. */
export function CompanyMark({ company }: { company: Company }) {
  if (!company.claimed)
    return (
      <StatusMark tone="warning" mark="out">
        Not answered here
      </StatusMark>
    );
  if (!company.verifiedBy) return <StatusMark tone="neutral">Not verified</StatusMark>;
  return <StatusMark tone="good">Verified by {verifiedWords[company.verifiedBy]}</StatusMark>;
}

/** How a company was verified. */
export const verifiedWords: Record<NonNullable<Company["verifiedBy"]>, string> = {
  email: "e-mail domain",
  dns: "DNS record",
};
