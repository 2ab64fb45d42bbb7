"use server";

import { refresh } from "next/cache";
import { RedirectType, redirect } from "next/navigation";
import { z } from "zod";
import { writeToCandidate } from "@/lib/applications/commands/messages";
import { moveApplication, moveTogether } from "@/lib/applications/commands/move";
import { tagApplication, writeNote } from "@/lib/applications/commands/notes";
import { rateApplication } from "@/lib/applications/commands/ratings";
import {
  MoveApplication,
  MoveTogether,
  RateApplication,
  SendMessage,
  TagApplication,
  WriteNote,
} from "@/lib/applications/input";
import { createCompany } from "@/lib/companies/commands/create";
import { editCompany } from "@/lib/companies/commands/edit";
import { removeLogo, saveLogo } from "@/lib/companies/commands/logo";
import { CompanyForm, OneCompany, SaveLogo } from "@/lib/companies/input";
import { asDeed, formAction } from "@/lib/forms/action";
import { countUse } from "@/lib/forms/limits";
import { closePosting } from "@/lib/postings/commands/close";
import { editPosting } from "@/lib/postings/commands/edit";
import { acceptTags, pasteAdvert } from "@/lib/postings/commands/paste";
import { savePosting } from "@/lib/postings/commands/save-draft";
import { AcceptTags, ClosePosting, PasteAdvert, PostingForm } from "@/lib/postings/input";

export const createCompanyAction = formAction(CompanyForm, async (input, actor) => {
  await asDeed("company", actor, () => createCompany(actor, input));
  redirect("/employer");
});

export const editCompanyAction = formAction(
  CompanyForm.extend({ id: z.uuid() }),
  async ({ id, ...input }, actor, version) => {
    const { slug } = await editCompany(actor, id, input, version);
    redirect(`/employer/company?company=${slug}&saved=1`);
  },
);

export const saveLogoAction = formAction(SaveLogo, async (input, actor) => {
  await countUse("logo", actor.userId);
  const { slug } = await saveLogo(actor, input);
  redirect(`/employer/company?company=${slug}&saved=1`);
});

export const removeLogoAction = formAction(OneCompany, async (input, actor) => {
  const { slug } = await removeLogo(actor, input);
  redirect(`/employer/company?company=${slug}&saved=1`);
});

export const savePostingAction = formAction(
  PostingForm.safeExtend({ companyId: z.uuid() }),
  async ({ companyId, ...form }, actor, version) => {
    const save = () => savePosting(actor, companyId, form, version);
    const saved = await (form.intent === "submit" ? asDeed("posting", actor, save) : save());
    if (form.intent === "autosave") return { version: saved.version };
    redirect(
      `/employer/postings/${saved.id}?${form.intent === "submit" ? "submitted" : "saved"}=1`,
      // Going back leaves the form, and never leads to an empty one.
      RedirectType.replace,
    );
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
  const { postingId } = await moveApplication(actor, input).catch((refusal) => {
    // Another member was faster: the page shows where the application is now, beside what was typed.
    refresh();
    throw refusal;
  });
  redirect(`/employer/postings/${postingId}/applicants/${input.id}?moved=${input.to}`);
});

export const writeToCandidateAction = formAction(SendMessage, async (input, actor) => {
  const { postingId } = await asDeed("message", actor, () => writeToCandidate(actor, input));
  redirect(`/employer/postings/${postingId}/applicants/${input.id}?done=written#messages`);
});

export const moveTogetherAction = formAction(MoveTogether, async ({ view, ...input }, actor) => {
  const { moved, left } = await moveTogether(actor, input);
  const done = new URLSearchParams({ view, moved: input.to, count: String(moved) });
  if (left.length > 0) done.set("left", left.join(" "));
  redirect(`/employer/postings/${input.postingId}/applicants?${done}`);
});

export const writeNoteAction = formAction(WriteNote, async (input, actor) => {
  const { postingId } = await writeNote(actor, input);
  redirect(`/employer/postings/${postingId}/applicants/${input.id}?done=noted#notes`);
});

export const tagApplicationAction = formAction(TagApplication, async (input, actor, version) => {
  const { postingId } = await tagApplication(actor, input, version);
  redirect(`/employer/postings/${postingId}/applicants/${input.id}?done=tagged#notes`);
});

export const rateApplicationAction = formAction(RateApplication, async (input, actor, version) => {
  const { postingId } = await rateApplication(actor, input, version);
  redirect(`/employer/postings/${postingId}/applicants/${input.id}?done=rated#ratings`);
});
