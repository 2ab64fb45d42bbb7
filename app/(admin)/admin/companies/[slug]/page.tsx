import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { Logo } from "@/app/_parts/logo";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { DeskPage } from "@/app/_ui/queue";
import { Section } from "@/app/_ui/section";
import { requireAdmin } from "@/lib/auth/session";
import { findMergedInto } from "@/lib/companies/queries";
import { placeInAddress } from "@/lib/moderation/input";
import { findCompanyForAdmin } from "@/lib/moderation/queries/companies";
import { domainOf } from "@/lib/web-address";
import { ClaimNotice } from "../../_parts/claim";
import { DeskKeys } from "../../_parts/desk-keys";
import { DoneNotice } from "../../_parts/done";
import { OneFieldForm } from "../../_parts/one-field-form";
import { ReviewNext } from "../../_parts/review-next";
import { mergeCompanyAction, suspendCompanyAction, unsuspendCompanyAction } from "../../actions";
import { ChangeDecision } from "../_parts/change-decision";
import { CompanyStanding } from "../_parts/company-standing";

export const metadata: Metadata = { title: "Company" };

export default async function CompanyPage({ params, searchParams }: PageProps<"/admin/companies/[slug]">) {
  const { slug } = await params;
  const admin = await requireAdmin(`/admin/companies/${slug}`);
  const [company, { done }] = await Promise.all([findCompanyForAdmin(admin, slug), searchParams]);
  if (!company) {
    const into = await findMergedInto(slug);
    if (into) redirect(`/admin/companies/${into}`);
    notFound();
  }
  const { name, people, alike, website, suspendedAt, suspendReason, waitsSince } = company;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { href: "/admin", label: "Review" },
          { href: "/admin/companies", label: "Companies" },
        ]}
        lead={<CompanyStanding company={company} />}
        actions={
          waitsSince && (
            <ReviewNext after={placeInAddress({ since: waitsSince, id: company.id })}>
              Skip, review next
            </ReviewNext>
          )
        }
      />
      <DoneNotice asked={done} next={name} />
      <DeskPage
        decision={
          suspendedAt ? (
            <div className="grid gap-4">
              <Notice tone="warning" title={`Suspended on ${formatDay(suspendedAt)}`}>
                {suspendReason}
              </Notice>
              <ButtonForm
                action={unsuspendCompanyAction}
                values={{ companyId: company.id, slug }}
                size="md"
                waiting="Saving…"
              >
                Lift the suspension
              </ButtonForm>
            </div>
          ) : (
            <div className="grid gap-8">
              {waitsSince && company.editedAt && (
                <>
                  <ClaimNotice kind="company" id={company.id} adminId={admin.userId} claim={company.claim} />
                  <ChangeDecision
                    values={{
                      companyId: company.id,
                      seen: waitsSince.toISOString(),
                      edited: company.editedAt.toISOString(),
                    }}
                  />
                </>
              )}
              {company.sentBackAt && (
                <Notice tone="info" title={`Sent back on ${formatDay(company.sentBackAt)}`}>
                  {company.changeReason}
                </Notice>
              )}
              <OneFieldForm
                action={suspendCompanyAction}
                name="suspend"
                title="Suspend this company"
                isOpen={!waitsSince}
                values={{ companyId: company.id, slug }}
                field={{
                  name: "reason",
                  label: "Reason",
                  hint: "Its page and all of its postings are not shown any more. Its owners read this reason.",
                  rows: 4,
                }}
                button="Suspend the company"
                waiting="Suspending…"
              />
              {!company.closedAt && (
                <OneFieldForm
                  action={mergeCompanyAction}
                  name="merge"
                  title="Merge into another company"
                  values={{ companyId: company.id }}
                  lead={`The postings, applicants, members and followers of ${name} go to the other company, and its address leads there. This cannot be undone.`}
                  field={{
                    name: "into",
                    label: "Address of the other company",
                    hint: "Such as tallyhaven, or the whole address of its page.",
                  }}
                  button="Merge the companies"
                  waiting="Merging…"
                />
              )}
              {waitsSince && <DeskKeys of="company" />}
            </div>
          )
        }
      >
        <Section title="Facts">
          <DataList>
            <DataItem label="Public page">
              {company.isPublic && (
                <a className="link" href={`/companies/${slug}`}>
                  /companies/{slug}
                </a>
              )}
            </DataItem>
            <DataItem label="Website">
              {website && (
                <a href={website} rel="nofollow ugc noopener noreferrer" className="link break-all">
                  {domainOf(website)}
                </a>
              )}
            </DataItem>
            <DataItem label="Here since">
              {formatDay(company.createdAt)}
              {company.fromImport && ", by an import"}
            </DataItem>
            <DataItem label="Postings">
              {company.published.toLocaleString("en")} published, {company.inReview.toLocaleString("en")} in
              review
            </DataItem>
            <DataItem label="Record">
              <a className="link" href={`/admin/audit?id=${company.id}`}>
                What was done
              </a>
            </DataItem>
          </DataList>
        </Section>
        <Section title="What it says of itself" className="mt-10">
          {company.logo && <Logo hash={company.logo} size={64} />}
          {[company.description, company.working, company.benefits].filter(Boolean).map((words) => (
            <p key={words} className="mt-3 whitespace-pre-wrap break-words">
              {words}
            </p>
          ))}
          {!(company.logo || company.description || company.working || company.benefits) && (
            <p className="text-ink-3">Nothing.</p>
          )}
        </Section>
        <Section title="Members" className="mt-10">
          {people.length === 0 ? (
            <p className="text-ink-3">Nobody has claimed this company.</p>
          ) : (
            <ul className="grid gap-1">
              {people.map(({ id, email, name: personName, role }) => (
                <li key={id} className="break-words">
                  <a className="link" href={`/admin/users/${id}`}>
                    {personName ? `${personName}, ${email}` : email}
                  </a>{" "}
                  <span className="text-ink-3">{role}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {alike.length > 0 && (
          <Section title="Looks like" className="mt-10">
            <ul className="grid gap-1">
              {alike.map((one) => (
                <li key={one.slug}>
                  <a className="link" href={`/admin/companies/${one.slug}`}>
                    {one.name}
                  </a>{" "}
                  <span className="text-ink-3">{one.isClaimed ? "with members" : "without members"}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </DeskPage>
    </>
  );
}
