import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CountryOptions } from "@/app/_parts/datalists";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listMemberships } from "@/lib/companies/queries";
import { newPostingId } from "@/lib/postings/new-id";
import { currencyOptions } from "@/lib/taxonomy/home-currency";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { findSavedOutlook } from "../_parts/outlook";
import { postingRecord } from "../_parts/posting-record";
import { PostingForm } from "../posting-form";

export const metadata: Metadata = { title: "New posting" };

export default async function NewPostingPage({ searchParams }: PageProps<"/employer/postings/new">) {
  const actor = await requireActor("/employer/postings/new");
  const [companies, rates, { company }] = await Promise.all([
    listMemberships(actor),
    listRates(),
    searchParams,
  ]);
  const writable = companies.filter(({ role, closedAt }) => role !== "reviewer" && !closedAt);
  const chosen = writable.find(({ slug }) => slug === company) ?? writable[0];
  if (!chosen) redirect("/employer");
  const record = postingRecord(null, chosen.country);
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
      <CountryOptions />
      <PostingForm
        companyId={chosen.id}
        id={newPostingId()}
        isNew
        record={record}
        rates={rates}
        currencies={currencyOptions(chosen.country)}
        outlook={await findSavedOutlook(actor, chosen.id, record.values)}
      />
    </>
  );
}
