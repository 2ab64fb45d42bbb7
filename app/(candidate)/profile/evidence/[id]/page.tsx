import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { evidenceForm } from "@/lib/profiles/form";
import { findProfile } from "@/lib/profiles/queries/profile";
import { findEvidence } from "@/lib/profiles/queries/resume";
import { tagsOffered } from "@/lib/profiles/resume/offered";
import { RemoveForm } from "../../remove-form";
import { EvidenceForm } from "../evidence-form";
import { kindWords } from "../kinds";

export const metadata: Metadata = { title: "Evidence" };

export default async function EvidencePage({ params, searchParams }: PageProps<"/profile/evidence/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/profile/evidence/${id}`);
  const [piece, profile, { added }] = await Promise.all([
    findEvidence(actor, id),
    findProfile(actor),
    searchParams,
  ]);
  if (!piece) notFound();
  const offered = tagsOffered(piece, profile, { isNew: Boolean(added) });
  const saved = formRecord(evidenceForm(piece));
  return (
    <>
      <PageHeader
        title={piece.title || piece.organisation}
        crumbs={[{ href: "/profile", label: "Profile" }]}
        lead={`A ${kindWords[piece.kind].one} in your profile.`}
      />
      {added && (
        <div className="mb-6">
          <Notice tone="success" live title="Saved">
            Now choose which skills and responsibilities it shows.
          </Notice>
        </div>
      )}
      <EvidenceForm
        kind={piece.kind}
        id={id}
        record={{ ...saved, values: { ...saved.values, ...tickedOf(offered) } }}
        {...offered}
      />
      <RemoveForm id={id} what="evidence" />
    </>
  );
}

const tickedOf = ({ skills, responsibilities }: ReturnType<typeof tagsOffered>) => {
  const slugs = (tags: typeof skills) => tags.flatMap(({ slug, ticked }) => (ticked ? [slug] : []));
  return { skills: slugs(skills), responsibilities: slugs(responsibilities) };
};
