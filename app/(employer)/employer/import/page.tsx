import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { formatDay, formatTime } from "@/app/_parts/dates";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { listImports } from "@/lib/imports/queries";
import { keptDays } from "@/lib/imports/rules";
import { CompanyChoice, chosenCompany } from "../_parts/chosen-company";
import { ImportForm } from "./import-form";
import { ImportState } from "./import-state";

export const metadata: Metadata = { title: "Import postings" };

export default async function ImportPage({ searchParams }: PageProps<"/employer/import">) {
  const actor = await requireActor("/employer/import");
  const { company: asked } = await searchParams;
  const { company, memberships } = await chosenCompany(actor, asked);
  const mayImport = company.role !== "reviewer" && !company.closedAt;
  const [runs, now] = await Promise.all([listImports(actor, company.id), findNow()]);
  return (
    <>
      <PageHeader
        title={`Import postings of ${company.name}`}
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead="Bring your postings from another system. They become drafts, and nothing is published without you."
        actions={<ButtonLink href="/api#putCompanyPosting">Post by API instead</ButtonLink>}
      />
      <CompanyChoice memberships={memberships} current={company.slug} at="/employer/import" />
      <div className="grid gap-10">
        {mayImport ? (
          <>
            <div className="grid max-w-measure gap-3">
              <p>
                We read what these systems export: Greenhouse, Lever, Ashby, Recruitee, SmartRecruiters,
                Workable and Personio. We also read web pages and JSON with schema.org job postings, RSS, the
                XML for Indeed, CSV with a header line, other JSON, Markdown with front matter, and “Who is
                hiring” threads of Hacker News as JSON. You do not need to tell us which it is.
              </p>
              <p>
                A posting is known by its id in that system. If you import it again, its draft is updated,
                unless you edited or submitted it here. A posting that names another company is refused.
              </p>
            </div>
            <ImportForm companyId={company.id} id={randomUUID()} />
          </>
        ) : (
          <p className="max-w-measure">
            {company.closedAt
              ? `${company.name} is closed. It can have no postings any more.`
              : `Only the owners and recruiters of ${company.name} can import postings.`}
          </p>
        )}
        {runs.length > 0 && (
          <Section title="Your last imports" note={`Shown for ${keptDays} days`}>
            <ul className="border-t border-rule">
              {runs.map((run) => (
                <li key={run.id} className="grid gap-1 border-b border-rule py-3">
                  <a href={`/employer/import/${run.id}`} className="link font-medium break-words">
                    {run.fileName}
                  </a>
                  <p className="text-sm text-ink-2">
                    {formatDay(run.startedAt)} at {formatTime(run.startedAt)}
                  </p>
                  <ImportState of={run} now={now} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
