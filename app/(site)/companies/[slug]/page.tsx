import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Follow } from "@/app/_parts/follow";
import { ButtonLink } from "@/app/_ui/button";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { DocumentLayout } from "@/app/_ui/document-layout";
import { Markdown } from "@/app/_ui/markdown";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { currentActor } from "@/lib/auth/session";
import { findCompany } from "@/lib/companies/queries";
import { parseParameters } from "@/lib/search/criteria";
import { countryName } from "@/lib/taxonomy/countries";
import { feedsInHead } from "../../../_parts/search/feed-links";
import { PostingsOf } from "../../../_parts/search/postings-of";
import { CompanyMark, sizeWord } from "../_parts/company-row";

/** For the one who asks: members see their company before it is public. */
const loadCompany = cache(async (slug: string) => findCompany(slug, await currentActor()));

export async function generateMetadata({ params }: PageProps<"/companies/[slug]">): Promise<Metadata> {
  const company = await loadCompany((await params).slug);
  if (!company) return { title: "Company not found" };
  return {
    title: company.name,
    description: `Backend jobs at ${company.name}, all with their pay.`,
    alternates: {
      canonical: "./",
      ...feedsInHead(parseParameters(new URLSearchParams({ company: company.slug })).criteria, company.name),
    },
    ...(!company.isPublic && { robots: { index: false } }),
  };
}

export default async function CompanyPage({ params }: PageProps<"/companies/[slug]">) {
  const company = await loadCompany((await params).slug);
  if (!company) notFound();
  const { name, slug, country, size, website, description, claimed, isPublic } = company;
  return (
    <DocumentLayout
      head={
        <PageHeader
          title={name}
          crumbs={[{ href: "/companies", label: "Companies" }]}
          actions={
            <>
              <ButtonLink href={`/jobs?company=${slug}`}>Search its postings</ButtonLink>
              <Follow actor={await currentActor()} company={company} back={`/companies/${slug}`} />
            </>
          }
        />
      }
      facts={
        <Section title="Facts">
          <DataList>
            <DataItem label="Trust">
              <CompanyMark company={company} />
            </DataItem>
            <DataItem label="Country">{country && countryName(country)}</DataItem>
            <DataItem label="People">{size && sizeWord(size)}</DataItem>
            <DataItem label="Website">
              {website && (
                <a href={website} rel="nofollow ugc noopener" className="link break-all">
                  {new URL(website).host}
                </a>
              )}
            </DataItem>
          </DataList>
        </Section>
      }
    >
      {!isPublic && (
        <Notice tone="warning" title="This page is not public yet">
          Only the company’s members and our admins can see it. It becomes public when its first posting does.
        </Notice>
      )}
      {!claimed && (
        <Notice tone="warning" title="Not answered here">
          {name} has no members on Backplane. Its postings come from other sites and link to its own pages.
        </Notice>
      )}
      {description && (
        <Section title="About">
          <Markdown>{description}</Markdown>
        </Section>
      )}
      <Section title="Open postings">
        <PostingsOf query={{ company: slug }} back={`/companies/${slug}`} />
      </Section>
    </DocumentLayout>
  );
}
