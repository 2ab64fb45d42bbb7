import type { listCompanies } from "@/lib/companies/queries";
import { counted } from "@/lib/plural";
import { countryName } from "@/lib/taxonomy/countries";
import type { CompanyLine } from "./company-list";

type Company = Awaited<ReturnType<typeof listCompanies>>["companies"][number];

/** A company of the directory with how many open postings it has, as its line shows it: what is not shown is left out. */
export function lineOf(company: Company, open: number): CompanyLine {
  const { slug, name, logo, claimed, verifiedBy, answerRate, country, size } = company;
  const facts = [
    country && countryName(country),
    size && `${sizeWord(size)} people`,
    counted(open, "open posting", "open postings"),
  ];
  return { slug, name, logo, claimed, verifiedBy, answerRate, facts: facts.filter(Boolean).join(" · ") };
}

/** "51–200", as a range is set. */
export function sizeWord(size: string): string {
  return size.replace("-", "–").replace("1000", "1,000").replace("1001", "1,001");
}
