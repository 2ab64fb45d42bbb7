import type { Metadata } from "next";
import { formatDay } from "@/app/_parts/dates";
import { isId } from "@/app/_parts/id";
import { InterviewsAhead } from "@/app/_parts/interviews/ahead";
import { Live } from "@/app/_parts/live";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Section } from "@/app/_ui/section";
import { listWaiting } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { firstSteps } from "@/lib/companies/first-steps";
import { companyForm } from "@/lib/companies/form";
import { listMemberships } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { cleanText } from "@/lib/forms/text";
import { listAhead } from "@/lib/interviews/queries";
import { type StandingGroup, standingGroups } from "@/lib/postings/lists";
import {
  countOwnPostings,
  listNeeds,
  listOwnPostings,
  type OwnListFilter,
} from "@/lib/postings/queries/own-list";
import { present } from "@/lib/present";
import { CompanyChoice } from "./_parts/chosen-company";
import { Needs } from "./_parts/needs";
import { OwnPostings } from "./_parts/own-postings";
import { addressOf, PostingsFilter } from "./_parts/postings-filter";
import { CompanyForm } from "./company/company-form";
import { FirstSteps } from "./first-steps";

export const metadata: Metadata = { title: "For employers" };

export default async function EmployerPage({ searchParams }: PageProps<"/employer">) {
  const actor = await requireActor("/employer");
  const [companies, asked] = await Promise.all([listMemberships(actor), searchParams]);
  if (companies.length === 0)
    return (
      <>
        <PageHeader
          title="Your company"
          lead="Every posting belongs to a company. Create yours and you become its owner. We review each posting before it goes live."
        />
        {doneNotice(asked.done)}
        <CompanyForm record={formRecord(companyForm())} />
      </>
    );
  const company = companies.find(({ slug }) => slug === asked.company) ?? present(companies[0]);
  const filter = filterOf(asked, company.slug);
  const after = isId(asked.after) ? asked.after : undefined;
  const [{ postings, next }, counts, needs, { applicants }, interviews, now] = await Promise.all([
    listOwnPostings(actor, filter, after),
    countOwnPostings(actor, filter),
    listNeeds(actor, company.slug),
    listWaiting(actor, { company: company.slug }),
    listAhead(actor, { company: company.slug }),
    findNow(),
  ]);
  const isNarrowed = filter.q !== undefined || filter.group !== undefined || after !== undefined;
  const steps = isNarrowed ? null : firstSteps(company, postings);
  const mayWrite = company.role !== "reviewer" && !company.closedAt;
  return (
    <>
      <PageHeader
        title={company.name}
        lead="What waits for you, and all your postings."
        actions={
          <>
            <ButtonLink href={`/employer/company?company=${company.slug}`}>Company</ButtonLink>
            <ButtonLink href={`/employer/team?company=${company.slug}`}>Team</ButtonLink>
            {company.role !== "reviewer" && <ButtonLink href="/employer/templates">Templates</ButtonLink>}
            {mayWrite && <ButtonLink href={`/employer/import?company=${company.slug}`}>Import</ButtonLink>}
            {mayWrite && (
              <ButtonLink look="primary" href={`/employer/postings/new?company=${company.slug}`}>
                New posting
              </ButtonLink>
            )}
          </>
        }
      />
      <CompanyChoice memberships={companies} current={company.slug} at="/employer" />
      {doneNotice(asked.done)}
      {company.closedAt && (
        <div className="mb-6">
          <Notice title={`${company.name} was closed on ${formatDay(company.closedAt)}`}>
            It can have no postings any more. Applicants who wait can still be answered.
          </Notice>
        </div>
      )}
      {mayWrite && steps && <FirstSteps steps={steps} slug={company.slug} newest={postings[0]?.id} />}
      {postings.length === 0 && !isNarrowed ? (
        <EmptyState
          title="No postings yet"
          action={
            mayWrite && (
              <ButtonLink look="primary" href={`/employer/postings/new?company=${company.slug}`}>
                Write your first posting
              </ButtonLink>
            )
          }
        />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
          <Live />
          <Needs needs={needs} applicants={applicants} now={now} />
          <InterviewsAhead interviews={interviews} reader="company" />
          <Section title="Postings">
            <PostingsFilter filter={filter} counts={counts} />
            <OwnPostings postings={postings} now={now} />
            <div className="mt-6">
              <Pagination
                shown={postings.length}
                unit="postings"
                nextHref={next ? addressOf(filter, { after: next }) : undefined}
                firstHref={after ? addressOf(filter) : undefined}
              />
            </div>
          </Section>
        </div>
      )}
    </>
  );
}

/** The list that the address asks for. What it cannot mean is left out. */
function filterOf(
  { q, state }: Record<string, string | string[] | undefined>,
  company: string,
): OwnListFilter & { company: string } {
  const words = typeof q === "string" ? cleanText(q)?.trim().slice(0, 100) : undefined;
  return {
    company,
    q: words || undefined,
    group: (Object.keys(standingGroups) as StandingGroup[]).find((group) => group === state),
  };
}

const doneWords: Record<string, string> = {
  deleted: "Draft deleted.",
  left: "You left the company.",
  closed: "The company is closed. Those who wait get your message in ten minutes.",
};

/** What happened just now, as the address says. */
const doneNotice = (done: string | string[] | undefined) =>
  doneWords[String(done)] && (
    <div className="mb-6">
      <Notice tone="success" live title={doneWords[String(done)]} />
    </div>
  );
