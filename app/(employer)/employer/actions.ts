"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { moveApplication } from "@/lib/applications/commands";
import { MoveApplication } from "@/lib/applications/input";
import { createCompany } from "@/lib/companies/commands/create";
import { editCompany } from "@/lib/companies/commands/edit";
import { CompanyForm } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";
import { closePosting } from "@/lib/postings/commands/close";
import { startFromAdvert, takeTags } from "@/lib/postings/commands/paste";
import { savePosting } from "@/lib/postings/commands/save-draft";
import { ClosePosting, PasteAdvert, PostingForm, TakeTags } from "@/lib/postings/input";

export const startCompany = formAction(CompanyForm, async (input, actor) => {
  await createCompany(actor, input);
  redirect("/employer");
});

export const keepCompany = formAction(
  CompanyForm.extend({ id: z.uuid() }),
  async ({ id, ...input }, actor, version) => {
    await editCompany(actor, id, input, version);
    redirect("/employer/company?saved=1");
  },
);

export const keepPosting = formAction(
  PostingForm.safeExtend({ companyId: z.uuid() }),
  async ({ companyId, ...form }, actor, version) => {
    const { id } = await savePosting(actor, companyId, form, version);
    redirect(`/employer/postings/${id}?${form.intent === "submit" ? "submitted" : "saved"}=1`);
  },
);

export const pasteAdvert = formAction(PasteAdvert, async (input, actor) => {
  const { id } = await startFromAdvert(actor, input);
  redirect(`/employer/postings/${id}/tags`);
});

export const acceptTags = formAction(TakeTags, async (input, actor) => {
  await takeTags(actor, input);
  redirect(`/employer/postings/${input.id}?saved=1`);
});

export const endPosting = formAction(ClosePosting, async (input, actor) => {
  await closePosting(actor, input);
  redirect(`/employer/postings/${input.id}`);
});

export const moveApplicant = formAction(MoveApplication, async (input, actor) => {
  const { postingId } = await moveApplication(actor, input);
  redirect(`/employer/postings/${postingId}/applicants/${input.id}`);
});
