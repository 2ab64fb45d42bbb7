import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { PageHeader } from "@/app/_ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { studyForm } from "@/lib/profiles/form";
import { findStudy } from "@/lib/profiles/queries/resume";
import { RemoveForm } from "../../remove-form";
import { StudyForm } from "../study-form";

export const metadata: Metadata = { title: "Education" };

export default async function StudyPage({ params }: PageProps<"/profile/education/[id]">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/profile/education/${id}`);
  const study = await findStudy(actor, id);
  if (!study) notFound();
  return (
    <>
      <PageHeader
        title={study.school || study.degree}
        crumbs={[{ href: "/profile", label: "Profile" }]}
        lead="Education in your profile."
      />
      <StudyForm id={id} record={formRecord(studyForm(study))} />
      <RemoveForm id={id} what="study" />
    </>
  );
}
