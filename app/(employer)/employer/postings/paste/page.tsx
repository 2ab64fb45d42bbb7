import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listMemberships } from "@/lib/companies/queries";
import { PasteForm } from "./paste-form";

export const metadata: Metadata = { title: "Paste an advert" };

export default async function PastePage({ searchParams }: PageProps<"/employer/postings/paste">) {
  const actor = await requireActor("/employer/postings/paste");
  const [companies, { company }] = await Promise.all([listMemberships(actor), searchParams]);
  const writable = companies.filter(({ role, closedAt }) => role !== "reviewer" && !closedAt);
  const chosen = writable.find(({ slug }) => slug === company) ?? writable[0];
  if (!chosen) redirect("/employer");
  return (
    <>
      <PageHeader
        title="Paste an advert"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: "/employer/postings/new", label: "New posting" },
        ]}
        lead={`For ${chosen.name}. We find tags in it and show the words that each one comes from. You choose which are right.`}
      />
      <PasteForm companyId={chosen.id} />
    </>
  );
}
