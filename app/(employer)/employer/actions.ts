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
import { editPosting } from "@/lib/postings/commands/edit";
import { acceptTags, pasteAdvert } from "@/lib/postings/commands/paste";
import { savePosting } from "@/lib/postings/commands/save-draft";
import { AcceptTags, ClosePosting, PasteAdvert, PostingForm } from "@/lib/postings/input";

export const createCompanyAction = formAction(CompanyForm, async (input, actor) => {
  await createCompany(actor, input);
  redirect("/employer");
});

export const editCompanyAction = formAction(
  CompanyForm.extend({ id: z.uuid() }),
  async ({ id, ...input }, actor, version) => {
    await editCompany(actor, id, input, version);
    redirect("/employer/company?saved=1");
  },
);

export const savePostingAction = formAction(
  PostingForm.safeExtend({ companyId: z.uuid() }),
  async ({ companyId, ...form }, actor, version) => {
    const { id } = await savePosting(actor, companyId, form, version);
    redirect(`/employer/postings/${id}?${form.intent === "submit" ? "submitted" : "saved"}=1`);
  },
);

export const editPostingAction = formAction(
  PostingForm.safeExtend({ id: z.uuid(), companyId: z.uuid() }),
  async ({ companyId: _, ...form }, actor, version) => {
    const { isInReview } = await editPosting(actor, form, version);
    redirect(`/employer/postings/${form.id}?done=${isInReview ? "revision" : "edited"}`);
  },
);

export const pasteAdvertAction = formAction(PasteAdvert, async (input, actor) => {
  const { id } = await pasteAdvert(actor, input);
  redirect(`/employer/postings/${id}/tags`);
});

export const acceptTagsAction = formAction(AcceptTags, async (input, actor) => {
  await acceptTags(actor, input);
  redirect(`/employer/postings/${input.id}?saved=1`);
});

export const closePostingAction = formAction(ClosePosting, async (input, actor) => {
  await closePosting(actor, input);
  redirect(`/employer/postings/${input.id}`);
});

export const moveApplicationAction = formAction(MoveApplication, async (input, actor) => {
  const { postingId } = await moveApplication(actor, input);
  redirect(`/employer/postings/${postingId}/applicants/${input.id}`);
});
