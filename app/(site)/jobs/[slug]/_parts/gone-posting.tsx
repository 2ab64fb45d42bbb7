import type { ReactNode } from "react";
import { Ledger } from "@/app/_parts/ledger";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import type { findGonePosting } from "@/lib/postings/queries/gone";
import { type SimilarPosting, SimilarPostings } from "./similar-postings";

type Gone = NonNullable<Awaited<ReturnType<typeof findGonePosting>>>;

/** A posting that is over: what it was and what became of it. Of a removed one only why. */
export function GonePosting({
  gone,
  similar,
  applied,
}: {
  gone: Gone;
  similar: readonly SimilarPosting[];
  /** The reader's own application to it. */
  applied: ReactNode;
}) {
  const crumbs = [{ href: "/jobs", label: "Jobs" }];
  if (gone.removed)
    return (
      <>
        <PageHeader title="This posting was removed" lead={gone.reason} crumbs={crumbs} />
        <div className="grid max-w-measure justify-items-start gap-8">
          {applied}
          <ButtonLink href="/jobs">All postings</ButtonLink>
        </div>
      </>
    );
  return (
    <>
      <PageHeader
        title={gone.title}
        crumbs={crumbs}
        lead={
          <>
            {outcome(gone)}{" "}
            <a href={`/companies/${gone.companySlug}`} className="link">
              {gone.companyName}
            </a>{" "}
            no longer accepts applications for it.
          </>
        }
      />
      <div className="grid max-w-measure gap-10">
        {applied}
        <Section title="Change history">
          <Ledger entries={gone.ledger} />
        </Section>
        {similar.length > 0 && (
          <Section title="Similar open postings">
            <SimilarPostings postings={similar} />
          </Section>
        )}
      </div>
    </>
  );
}

function outcome({ state, closeReason }: Extract<Gone, { removed: false }>): string {
  if (state !== "closed") return "This posting has expired.";
  return closeReason === "filled" ? "This role is filled." : "This posting was withdrawn.";
}
