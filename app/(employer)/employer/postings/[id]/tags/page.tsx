import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { ProvenText } from "@/app/_parts/proven-text";
import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { plural } from "@/lib/plural";
import { applyLines } from "@/lib/postings/contact";
import { postingForm } from "@/lib/postings/form";
import { hasTags, openProposals, proposalsOf } from "@/lib/postings/proposals";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { findSavedOutlook } from "../../_parts/outlook";
import { TagsForm } from "./tags-form";
import { withTags } from "./with-tags";

export const metadata: Metadata = { title: "Tags found in the text" };

export default async function TagsPage({ params }: PageProps<"/employer/postings/[id]/tags">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/tags`);
  const posting = await findOwnPosting(actor, id);
  if (!posting?.mayWrite) notFound();
  if (posting.state !== "draft") redirect(`/employer/postings/${id}`);
  const all = proposalsOf(posting.description);
  const isAgain = hasTags(posting, all);
  const proposals = openProposals(posting, all);
  const shown = proposals.map(({ key, group, label, note, level, adds }) => ({
    key,
    group,
    label,
    note,
    slug: adds.skill?.slug ?? adds.responsibility?.slug,
    level: isAgain ? ("no" as const) : level,
    asks: adds.columns,
  }));
  const lines = applyLines(posting.description);
  const { title: _, description: __, ...base } = postingForm(posting);
  const chosen = isAgain ? [] : shown.map(({ slug, level, key }) => (slug ? [slug, level] : [key]).join(" "));
  const outlook = await findSavedOutlook(actor, posting.companyId, withTags(base, shown, new Set(chosen)));
  return (
    <>
      <PageHeader
        title="Tags found in the text"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title || "Untitled posting" },
        ]}
        lead={
          isAgain
            ? "These are the tags that your draft does not have yet. Nothing that you edited is changed."
            : "We read each tag from the highlighted words, and propose the most important as must-haves. Nothing is saved until you accept."
        }
      />
      {proposals.length + lines.length === 0 ? (
        <EmptyState
          title={isAgain ? "Your draft has all tags of the text" : "We found no tags in the text"}
          action={<ButtonLink href={`/employer/postings/${id}`}>Fill in the form</ButtonLink>}
        />
      ) : (
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_28rem]">
          <ProvenText text={posting.description} proofs={proposals} />
          <TagsForm
            id={id}
            companyId={posting.companyId}
            base={base}
            proposals={shown}
            isAgain={isAgain}
            lines={lines}
            outlook={outlook}
            note={`${proposals.length} ${plural(proposals.length, "tag")}`}
          />
        </div>
      )}
    </>
  );
}
