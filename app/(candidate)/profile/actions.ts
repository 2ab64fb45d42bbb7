"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { removeEvidence, removeStudy, saveEvidence, saveStudy } from "@/lib/profiles/commands/evidence";
import { saveSection } from "@/lib/profiles/commands/profile";
import { SectionForm } from "@/lib/profiles/input/profile";
import { EvidenceForm, OwnPiece, StudyForm } from "@/lib/profiles/input/resume";

export const saveSectionAction = formAction(SectionForm, async (form, actor, version) => {
  await saveSection(actor, form, version);
  const { section, next } = form;
  redirect(`/profile?saved=${section}${next ? `&edit=${next}` : ""}#${next ?? section}`);
});

export const saveEvidenceAction = formAction(EvidenceForm, async (form, actor, version) => {
  const id = await saveEvidence(actor, form, version);
  redirect(form.id ? "/profile?saved=1" : `/profile/evidence/${id}?added=1`);
});

export const removeEvidenceAction = formAction(OwnPiece, async (piece, actor) => {
  await removeEvidence(actor, piece);
  redirect("/profile?removed=1");
});

export const saveStudyAction = formAction(StudyForm, async (form, actor, version) => {
  await saveStudy(actor, form, version);
  redirect("/profile?saved=1");
});

export const removeStudyAction = formAction(OwnPiece, async (piece, actor) => {
  await removeStudy(actor, piece);
  redirect("/profile?removed=1");
});
