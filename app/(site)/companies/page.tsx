import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { listCompanies } from "@/lib/companies/queries";
import { cleanText } from "@/lib/forms/text";
import { countLiveOf } from "@/lib/postings/queries/live";
import { CompanyList } from "./_parts/company-list";
import { lineOf } from "./_parts/company-words";

export async function generateMetadata({ searchParams }: PageProps<"/companies">): Promise<Metadata> {
  const q = textOf((await searchParams).q);
  return {
    title: q ? `Companies: “${q}”` : "Companies",
    description: "Companies that hire backend developers, and whether they answer applications.",
  };
}

const longestName = 100;

export default async function CompaniesPage({ searchParams }: PageProps<"/companies">) {
  const { q: given, after: from } = await searchParams;
  const q = textOf(given);
  const after = textOf(from);
  const { companies, next } = await listCompanies({ q, after });
  const open = await countLiveOf(companies.map(({ slug }) => slug));
  const page = (cursor?: string) =>
    `/companies?${new URLSearchParams({ ...(q && { q }), ...(cursor && { after: cursor }) })}`;
  return (
    <>
      <PageHeader
        title="Companies"
        lead="Companies that hire backend developers here, and whether they answer applications."
      />
      <search>
        <form action="/companies" method="get" className="mb-6 flex max-w-measure gap-2">
          <input
            key={q}
            type="search"
            name="q"
            defaultValue={q}
            maxLength={longestName}
            aria-label="Company name"
            placeholder="Company name"
            className="control"
          />
          <Button type="submit">Find</Button>
        </form>
      </search>
      {companies.length === 0 ? (
        <EmptyState
          title={q ? "No company has that name" : "There are no companies here yet"}
          action={
            <a className="link" href={q ? "/companies" : "/employer"}>
              {q ? "All companies" : "Add your company"}
            </a>
          }
        />
      ) : (
        <CompanyList companies={companies.map((company) => lineOf(company, open.get(company.slug) ?? 0))} />
      )}
      <div className="mt-6">
        <Pagination
          shown={companies.length}
          unit="companies"
          nextHref={next ? page(next) : undefined}
          firstHref={after ? page() : undefined}
        />
      </div>
    </>
  );
}

/** What was typed, without what a database cannot read. */
const textOf = (given: string | string[] | undefined) =>
  cleanText([given ?? ""].flat()[0] ?? "")
    ?.trim()
    .slice(0, longestName) || undefined;
