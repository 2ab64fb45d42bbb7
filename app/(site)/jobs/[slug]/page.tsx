import type { Metadata } from "next";
import { cache } from "react";
import { Ledger } from "@/app/_parts/ledger";
import { Breadcrumbs } from "@/app/_ui/page-header";
import { findNow } from "@/lib/clock";
import { findCompanyLinks } from "@/lib/companies/queries";
import { listLedger } from "@/lib/events/queries";
import { structuredData } from "@/lib/feeds/structured-data";
import { arrivalIn } from "@/lib/postings/arrival";
import { findGonePosting } from "@/lib/postings/queries/gone";
import { listQuestions } from "@/lib/postings/queries/own";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { listSimilar } from "@/lib/postings/queries/similar";
import { formatPay, formatPeriod, formatWhere } from "@/lib/postings/words";
import { parseParameters } from "@/lib/search/criteria";
import { listHidingFilters } from "@/lib/search/queries/hiding";
import { readCriteria } from "@/lib/search/queries/search";
import { searchHref, toSearchParams } from "../../../_parts/search/search-view";
import { AppliedCall } from "./_parts/applied-call";
import { ApplyCall } from "./_parts/apply-call";
import { GonePosting } from "./_parts/gone-posting";
import { HidingFilters } from "./_parts/hiding-filters";
import { NoPosting } from "./_parts/no-posting";
import { PostingDocument } from "./_parts/posting-document";
import { matchPart } from "./_parts/posting-match";
import { ReaderTools } from "./_parts/reader-tools";
import { ReviewThis } from "./_parts/review-this";

/** One look-up for the page and its metadata. */
const loadPosting = cache(findPostingBySlug);
const loadGone = cache(findGonePosting);

export async function generateMetadata({ params }: PageProps<"/jobs/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  const posting = await loadPosting(slug);
  // By its status of 404 or 410, the framework itself tells machines not to list it.
  if (!posting) return { title: titleOfGone(await loadGone(slug)), alternates: { canonical: null } };
  const { title, company, salary } = posting;
  return {
    title: `${title}, ${company.name}`,
    description: `${formatPay(salary)} ${formatPeriod(salary.period)}. ${formatWhere(posting)}.`,
    alternates: { canonical: `/jobs/${posting.slug}` },
  };
}

function titleOfGone(gone: Awaited<ReturnType<typeof findGonePosting>>): string {
  if (!gone) return "Posting not found";
  return gone.removed ? "A posting that was removed" : `${gone.title}, ${gone.companyName}`;
}

/** The status, 404 and 410 too, is set by the proxy; this page says it in words. */
export default async function PostingPage({ params, searchParams }: PageProps<"/jobs/[slug]">) {
  const { slug } = await params;
  const [posting, similar] = await Promise.all([loadPosting(slug), listSimilar(slug)]);
  if (!posting) {
    const gone = await loadGone(slug);
    if (!gone) return <NoPosting />;
    return (
      <>
        <GonePosting gone={gone} similar={similar} applied={<AppliedCall postingId={gone.id} />} />
        <ReviewThis postingId={gone.id} />
      </>
    );
  }
  const asked = toSearchParams(await searchParams);
  const { ready, labels } = await readCriteria(parseParameters(asked).criteria);
  const { criteria } = ready;
  const back = searchHref(criteria);
  // A search says by its filters that it led here.
  const arrival = arrivalIn(asked) ?? (back === "/jobs" ? "direct" : "search");
  const [hiding, now, match, ledger, questions, links] = await Promise.all([
    listHidingFilters(ready, posting.id),
    findNow(),
    matchPart(posting, asked),
    listLedger(posting.id),
    listQuestions(posting.id),
    findCompanyLinks(posting.companyId),
  ]);
  return (
    <>
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: data for machines, with every "<" escaped.
        dangerouslySetInnerHTML={{
          __html: JSON.stringify(structuredData(posting, links)).replaceAll("<", "\\u003c"),
        }}
      />
      <div className="pt-4 pb-3">
        <Breadcrumbs crumbs={[{ href: back, label: back === "/jobs" ? "Jobs" : "Back to the search" }]} />
      </div>
      {hiding.length > 0 && <HidingFilters hiding={hiding} criteria={criteria} labels={labels} />}
      <PostingDocument
        posting={posting}
        questions={questions}
        apply={
          <>
            <AppliedCall postingId={posting.id}>
              <ApplyCall posting={posting} arrival={arrival} now={now} />
            </AppliedCall>
            <ReaderTools posting={posting} back={`/jobs/${slug}?${asked}`} />
            <ReviewThis postingId={posting.id} />
          </>
        }
        match={match}
        ledger={<Ledger entries={ledger} />}
        similar={similar}
      />
      <p className="mt-10 text-sm text-ink-3">
        Is something wrong with this posting?{" "}
        <a className="link" href={`/jobs/${slug}/report`} rel="nofollow">
          Report it
        </a>
        .
      </p>
    </>
  );
}
