import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonForm } from "@/app/_parts/button-form";
import { idFrom } from "@/app/_parts/id";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { deletePostingAction } from "../actions";

export const metadata: Metadata = { title: "Delete a draft" };

export default async function DeletePostingPage({ params }: PageProps<"/employer/postings/[id]/delete">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/employer/postings/${id}/delete`);
  const posting = await findOwnPosting(actor, id);
  if (!posting?.mayWrite) notFound();
  if (posting.state !== "draft") redirect(`/employer/postings/${id}`);
  return (
    <>
      <PageHeader
        title="Delete this draft?"
        crumbs={[
          { href: "/employer", label: "For employers" },
          { href: `/employer/postings/${id}`, label: posting.title || "Untitled posting" },
        ]}
        lead={`“${posting.title || "Untitled posting"}” will be deleted with everything that is written in it. This cannot be undone.`}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonForm action={deletePostingAction} values={{ id }} look="danger" size="md" waiting="Deleting…">
          Delete draft
        </ButtonForm>
        <ButtonLink href={`/employer/postings/${id}`}>Keep it</ButtonLink>
      </div>
    </>
  );
}
