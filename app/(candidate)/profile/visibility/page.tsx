import type { Metadata } from "next";
import { formatDay } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import { Options } from "@/app/_ui/options";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { requireActor } from "@/lib/auth/session";
import { findProfile } from "@/lib/profiles/queries/profile";
import { listBlockableNames, listBlocks, listProfileViews } from "@/lib/profiles/queries/visibility";
import { BlockCompanyForm, BlockDomainForm, Blocked, SearchableForm } from "./block-forms";

export const metadata: Metadata = { title: "Who can find you" };

const done = { saved: "Changes saved.", blocked: "Blocked.", unblocked: "Unblocked." };

export default async function VisibilityPage({ searchParams }: PageProps<"/profile/visibility">) {
  const actor = await requireActor("/profile/visibility");
  const [profile, blocks, names, views, asked] = await Promise.all([
    findProfile(actor),
    listBlocks(actor),
    listBlockableNames(),
    listProfileViews(actor),
    searchParams,
  ]);
  const message = Object.entries(done).find(([key]) => asked[key])?.[1];
  return (
    <>
      <PageHeader
        title="Who can find you"
        crumbs={[{ href: "/profile", label: "Profile" }]}
        lead="Companies you apply to can always read your profile. Other companies can find it only if you allow it."
      />
      {message && (
        <div className="mb-6">
          <Notice tone="success" live title={message} />
        </div>
      )}
      <Options id="company-options" values={names} />
      <div className="grid max-w-3xl gap-10">
        <Section title="Employers">
          <SearchableForm searchable={profile?.searchable ?? false} />
        </Section>
        <Section title="Blocked" note="We do not tell them, and they cannot find you.">
          <ul className="mb-6">
            {blocks.companies.map(({ id, name }) => (
              <Blocked key={id} name={name} companyId={id} />
            ))}
            {blocks.domains.map((domain) => (
              <Blocked key={domain} name={domain} />
            ))}
          </ul>
          <div className="grid gap-8 sm:grid-cols-2">
            <BlockCompanyForm />
            <BlockDomainForm />
          </div>
        </Section>
        <Section title="Who opened your profile">
          <Table
            caption="Who opened your profile"
            rows={views}
            rowKey={({ id }) => String(id)}
            empty="Nobody has opened your profile yet. Companies that do are listed here with the day and the posting."
            columns={[
              {
                key: "company",
                head: "Company",
                cell: ({ companyName, companySlug }) => (
                  <a className="link" href={`/companies/${companySlug}`}>
                    {companyName}
                  </a>
                ),
              },
              {
                key: "posting",
                head: "Posting",
                cell: ({ postingTitle, postingSlug }) => (
                  <a className="link" href={`/jobs/${postingSlug}`}>
                    {postingTitle}
                  </a>
                ),
              },
              {
                key: "at",
                head: "Date",
                cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDay(at)}</time>,
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
