import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { ProvenText } from "@/app/_parts/proven-text";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { proposalsOf } from "@/lib/postings/proposals";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { TagsForm } from "./tags-form";

export const metadata: Metadata = { title: "Tags found in the text" };

export default async function TagsPage({ params }: PageProps<"/employer/postings/[id]/tags">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/tags`);
  const posting = await findOwnPosting(actor, id);
  if (!posting) notFound();
  if (posting.state !== "draft") redirect(`/employer/postings/${id}`);
  const proposals = proposalsOf(posting.description);
  return (
    <>
      <PageHeader
        title="Tags found in the text"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title || "Untitled posting" },
        ]}
        lead="We read each tag from the highlighted words. Clear the ones that are wrong. Nothing is saved until you accept the rest."
      />
      {proposals.length === 0 ? (
        <EmptyState
          title="We found no tags in the text"
          action={<ButtonLink href={`/employer/postings/${id}`}>Fill in the form</ButtonLink>}
        />
      ) : (
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <ProvenText text={posting.description} proofs={proposals} />
          <TagsForm
            id={id}
            proposals={proposals.map(({ key, group, label, note }) => ({ key, group, label, note }))}
          />
        </div>
      )}
    </>
  );
}
