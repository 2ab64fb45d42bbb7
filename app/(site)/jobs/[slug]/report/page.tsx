import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { currentActor } from "@/lib/auth/session";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { ReportForm } from "./report-form";

export const metadata: Metadata = { title: "Report a posting", robots: { index: false } };

export default async function ReportPage({ params, searchParams }: PageProps<"/jobs/[slug]/report">) {
  const [{ slug }, { done }] = await Promise.all([params, searchParams]);
  const [posting, actor] = await Promise.all([findPostingBySlug(slug), currentActor()]);
  // Enough reports freeze a posting: who sent the last of them is thanked all the same.
  if (done)
    return (
      <>
        <PageHeader title="Thank you" crumbs={[{ href: "/jobs", label: "Jobs" }]} />
        <Notice tone="success" live title="Your report was sent.">
          An admin will look at the posting.{" "}
          {actor
            ? "We will write to you when it is decided."
            : "We cannot tell you the outcome without an account."}
        </Notice>
      </>
    );
  if (!posting) notFound();
  return (
    <>
      <PageHeader
        title="Report a posting"
        crumbs={[
          { href: "/jobs", label: "Jobs" },
          { href: `/jobs/${slug}`, label: posting.title },
        ]}
        lead={`Tell us what is wrong with “${posting.title}” of ${posting.company.name}. The company does not learn who reported it.`}
      />
      <ReportForm postingId={posting.id} slug={slug} hasAccount={actor !== null} />
    </>
  );
}
