import type { Metadata } from "next";
import { formatDay } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/choice-field";
import { Pagination } from "@/app/_ui/pagination";
import { Table } from "@/app/_ui/table";
import { TextField } from "@/app/_ui/text-field";
import { requireAdmin } from "@/lib/auth/session";
import { listCompaniesForAdmin } from "@/lib/moderation/queries/companies";
import { domainOf } from "@/lib/web-address";
import { DeskHeader } from "../_parts/desk-header";
import { CompanyStanding } from "./_parts/company-standing";

export const metadata: Metadata = { title: "Companies" };

export default async function CompaniesPage({ searchParams }: PageProps<"/admin/companies">) {
  const admin = await requireAdmin("/admin/companies");
  const asked = await searchParams;
  const q = typeof asked.q === "string" ? asked.q.trim().slice(0, 100) : "";
  const suspended = asked.suspended === "1";
  const after = isId(asked.after) ? asked.after : undefined;
  const { companies, next } = await listCompaniesForAdmin(admin, { q: q || undefined, suspended, after });
  const to = (more: Record<string, string>) =>
    `/admin/companies?${new URLSearchParams({ ...(q && { q }), ...(suspended && { suspended: "1" }), ...more })}`;
  return (
    <>
      <DeskHeader
        current="/admin/companies"
        lead="All companies, in the order of their names, also those that nobody else sees."
      />
      <form action="/admin/companies" className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
        <TextField name="q" label="Name begins with" defaultValue={q} />
        <Checkbox name="suspended" label="Suspended only" defaultChecked={suspended} />
        <Button type="submit">Search</Button>
      </form>
      <Table
        caption="Companies"
        rows={companies}
        rowKey={({ id }) => id}
        empty="No company was found."
        columns={[
          {
            key: "name",
            head: "Company",
            cell: ({ slug, name }) => (
              <a className="link font-medium" href={`/admin/companies/${slug}`}>
                {name}
              </a>
            ),
          },
          { key: "standing", head: "Standing", cell: (company) => <CompanyStanding company={company} /> },
          {
            key: "website",
            head: "Website",
            wide: true,
            cell: ({ website }) => (website ? (domainOf(website) ?? "") : ""),
          },
          { key: "since", head: "Since", wide: true, cell: ({ createdAt }) => formatDay(createdAt) },
        ]}
      />
      <div className="mt-6">
        <Pagination
          shown={companies.length}
          unit="companies"
          nextHref={next ? to({ after: next }) : undefined}
          firstHref={after ? to({}) : undefined}
        />
      </div>
    </>
  );
}
