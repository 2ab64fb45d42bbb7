import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cache } from "react";
import { AnswerRate, HowItIsCounted } from "@/app/_parts/answer-rate";
import { formatDay } from "@/app/_parts/dates";
import { Follow } from "@/app/_parts/follow";
import { Logo } from "@/app/_parts/logo";
import { ButtonLink } from "@/app/_ui/button";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { DocumentLayout } from "@/app/_ui/document-layout";
import { Markdown } from "@/app/_ui/markdown";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { currentActor } from "@/lib/auth/session";
import { findCompany, findMergedInto } from "@/lib/companies/queries";
import { parseParameters } from "@/lib/search/criteria";
import { countryName } from "@/lib/taxonomy/countries";
import { feedsInHead } from "../../../_parts/search/feed-links";
import { PostingsOf } from "../../../_parts/search/postings-of";
import { CompanyMark } from "../_parts/company-mark";
import { sizeWord } from "../_parts/company-words";

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
  const { slug: asked } = await params;
  const company = await loadCompany(asked);
  if (!company) {
    const into = await findMergedInto(asked);
    if (into) permanentRedirect(`/companies/${into}`);
    notFound();
  }
  const { name, slug, country, size, website, claimed, isPublic, closedAt } = company;
  const { description, stack, working, benefits, answerRate } = company;
  return (
    <DocumentLayout
      head={
        <PageHeader
          title={
            <span className="flex items-center gap-4">
              <Logo hash={company.logo} size={56} />
              {name}
            </span>
          }
          crumbs={[{ href: "/companies", label: "Companies" }]}
          actions={
            !closedAt && (
              <>
                <ButtonLink href={`/jobs?company=${slug}`}>Search its postings</ButtonLink>
                <Follow actor={await currentActor()} company={company} back={`/companies/${slug}`} />
              </>
            )
          }
        />
      }
      facts={
        <Section title="Facts">
          <DataList>
            <DataItem label="Trust">
              <CompanyMark company={company} />
            </DataItem>
            {claimed && (
              <DataItem label="Answers">
                <AnswerRate rate={answerRate} />
                <HowItIsCounted />
              </DataItem>
            )}
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
      {(await currentActor())?.isAdmin && (
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`/admin/companies/${slug}`}>
            Review this company
          </a>
        </p>
      )}
      {!isPublic && (
        <Notice tone="warning" title="This page is not public yet">
          Only the company’s members and our admins can see it. It becomes public when its first posting does.
        </Notice>
      )}
      {closedAt && (
        <Notice tone="warning" title={`${name} is closed on Backplane`}>
          The company closed its account on {formatDay(closedAt)} and takes no applications here.
        </Notice>
      )}
      {!claimed && (
        <Notice tone="warning" title="Not answered here">
          {name} has no members on Backplane. Its postings come from other sites and link to its own pages.{" "}
          <a className="link" href={`/companies/${slug}/claim`} rel="nofollow">
            Do you work there? Claim it
          </a>
          .
        </Notice>
      )}
      {description && (
        <Section title="What they build">
          <Markdown>{description}</Markdown>
        </Section>
      )}
      {stack.length > 0 && (
        <Section title="What they build it with">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {stack.map((skill) => (
              <li key={skill.slug}>
                <a className="link" href={`/skills/${skill.slug}`}>
                  {skill.label}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {working && (
        <Section title="How they work">
          <Markdown>{working}</Markdown>
        </Section>
      )}
      {benefits && (
        <Section title="Benefits">
          <Markdown>{benefits}</Markdown>
        </Section>
      )}
      {!closedAt && (
        <Section title="Open postings">
          <PostingsOf query={{ company: slug }} back={`/companies/${slug}`} arrival="company" />
        </Section>
      )}
    </DocumentLayout>
  );
}
