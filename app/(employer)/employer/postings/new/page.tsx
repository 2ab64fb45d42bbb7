import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CountryOptions, SkillOptions } from "@/app/_parts/datalists";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listMemberships } from "@/lib/companies/queries";
import { formRecord } from "@/lib/forms/changes";
import { findCost } from "@/lib/matching/queries/cost";
import { postingForm } from "@/lib/postings/form";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { costQuestionOf } from "../_parts/cost-question";
import { PostingForm } from "../posting-form";

export const metadata: Metadata = { title: "New posting" };

export default async function NewPostingPage({ searchParams }: PageProps<"/employer/postings/new">) {
  const actor = await requireActor("/employer/postings/new");
  const [companies, known, rates, { company }] = await Promise.all([
    listMemberships(actor),
    listResponsibilities(),
    listRates(),
    searchParams,
  ]);
  const writable = companies.filter(({ role }) => role !== "reviewer");
  const chosen = writable.find(({ slug }) => slug === company) ?? writable[0];
  if (!chosen) redirect("/employer");
  const cost = await findCost(actor, costQuestionOf(chosen.id, null));
  return (
    <>
      <PageHeader
        title="New posting"
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead={`For ${chosen.name}. Describe what the role really requires and pays. We review the posting before it goes live.`}
        actions={
          <ButtonLink href={`/employer/postings/paste?company=${chosen.slug}`}>Paste an advert</ButtonLink>
        }
      />
      <SkillOptions />
      <CountryOptions />
      <PostingForm
        companyId={chosen.id}
        record={formRecord(postingForm(null))}
        responsibilities={known.map(({ slug, label }) => ({ slug, label }))}
        rates={rates}
        cost={cost}
      />
    </>
  );
}
