import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { findProfile } from "@/lib/profiles/queries/profile";
import { findEvidence } from "@/lib/profiles/queries/resume";
import { tagsOffered } from "@/lib/profiles/resume/offered";
import { RemoveForm } from "../../remove-form";
import { EvidenceForm } from "../evidence-form";
import { kindWords } from "../kinds";

export const metadata: Metadata = { title: "Part of the profile" };

export default async function EvidencePage({ params, searchParams }: PageProps<"/profile/evidence/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/profile/evidence/${id}`);
  const [piece, profile, { added }] = await Promise.all([
    findEvidence(actor, id),
    findProfile(actor),
    searchParams,
  ]);
  if (!piece) notFound();
  return (
    <>
      <PageHeader
        title={piece.title || piece.organisation}
        crumbs={[{ href: "/profile", label: "Profile" }]}
        lead={`A ${kindWords[piece.kind].one} of your profile.`}
      />
      {added && (
        <div className="mb-6">
          <Notice tone="success" live title="It is kept.">
            Now say which of the things read in it it shows.
          </Notice>
        </div>
      )}
      <EvidenceForm
        kind={piece.kind}
        piece={piece}
        {...tagsOffered(piece, profile, { isNew: Boolean(added) })}
      />
      <RemoveForm id={id} what="evidence" />
    </>
  );
}
