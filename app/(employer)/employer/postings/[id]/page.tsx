import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CountryOptions } from "@/app/_parts/datalists";
import { Decisions } from "@/app/_parts/decisions";
import { idFrom } from "@/app/_parts/id";
import { PostingState } from "@/app/_parts/posting-state";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { countOpenApplications } from "@/lib/applications/queries/applications";
import { requireActor } from "@/lib/auth/session";
import { listDecisions, listRisks } from "@/lib/moderation/queries/postings";
import type { PostingStanding } from "@/lib/postings/lists";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { currencyOptions } from "@/lib/taxonomy/home-currency";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { findSavedOutlook } from "../_parts/outlook";
import { postingRecord } from "../_parts/posting-record";
import { withLinks } from "../_parts/risk-links";
import { PostingForm } from "../posting-form";
import { AskedAndHad } from "./_parts/asked-and-had";
import { Life } from "./_parts/life";
import { PostingNotices } from "./_parts/posting-notices";
import { Revision } from "./_parts/revision";
import { WhyNot } from "./_parts/why-not";

export const metadata: Metadata = { title: "Posting" };

/** Where a published posting can be edited. */
const isEditable: Partial<Record<PostingStanding, true>> = {
  live: true,
  scheduled: true,
  paused: true,
  unconfirmed: true,
};

export default async function OwnPostingPage({ params, searchParams }: PageProps<"/employer/postings/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}`);
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  const record = postingRecord(posting, posting.companyCountry);
  const [rates, outlook] =
    posting.state === "draft"
      ? await Promise.all([listRates(), findSavedOutlook(actor, posting.companyId, { ...record.values, id })])
      : [[], null];
  const [risks, decisions, waiting] = await Promise.all([
    posting.state === "in_review" || posting.revision ? listRisks(actor, id) : [],
    listDecisions(actor, id),
    posting.state === "closed" || posting.state === "expired" ? countOpenApplications(id) : 0,
  ]);
  const shown = (form: string | null) => withLinks(risks, { form, company: posting.companySlug });
  // If the company has to act on the newest decision, it is shown at the top of the page.
  const isTold = posting.state === "removed" || (posting.state === "draft" && posting.sentBack !== null);
  const earlier = isTold ? decisions.slice(1) : decisions;
  return (
    <>
      <PageHeader
        title={posting.title || "Untitled posting"}
        crumbs={[{ href: "/employer", label: "For employers" }]}
        lead={<PostingState {...posting} />}
        actions={
          <>
            <ButtonLink href={`/employer/postings/${id}/preview`}>Preview</ButtonLink>
            {posting.mayWrite && isEditable[posting.standing] && (
              <ButtonLink href={`/employer/postings/${id}/edit`}>Edit</ButtonLink>
            )}
            {posting.state !== "draft" && posting.state !== "in_review" && (
              <>
                <ButtonLink href={`/employer/postings/${id}/applicants`}>Applicants</ButtonLink>
                <ButtonLink href={`/employer/postings/${id}/figures`}>Figures</ButtonLink>
              </>
            )}
            {posting.live && posting.mayWrite && (
              <ButtonLink href={`/employer/postings/${id}/candidates`}>Matching candidates</ButtonLink>
            )}
            {posting.live && <ButtonLink href={`/jobs/${posting.slug}`}>Public page</ButtonLink>}
          </>
        }
      />
      <PostingNotices
        posting={posting}
        risks={posting.state === "in_review" ? shown(null) : []}
        waiting={waiting}
        asked={await searchParams}
      />
      <Revision posting={posting} risks={shown(posting.mayWrite ? `/employer/postings/${id}/edit` : null)} />
      {posting.state === "draft" && posting.mayWrite ? (
        <>
          <CountryOptions />
          <PostingForm
            companyId={posting.companyId}
            id={posting.id}
            record={record}
            rates={rates}
            currencies={currencyOptions(posting.companyCountry)}
            outlook={outlook}
          />
        </>
      ) : (
        posting.state === "published" && <AskedAndHad actor={actor} posting={posting} />
      )}
      {posting.state !== "draft" && <WhyNot actor={actor} postingId={id} />}
      {posting.mayWrite && <Life posting={posting} />}
      {earlier.length > 0 && (
        <Section title={isTold ? "Earlier decisions" : "Decisions"} className="mt-10">
          <Decisions entries={earlier} />
        </Section>
      )}
    </>
  );
}
