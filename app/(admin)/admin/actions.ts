"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { grantAdminTo, revokeAdmin, suspendUser, unsuspendUser } from "@/lib/auth/admin/commands";
import { OneUser, SuspendUser } from "@/lib/auth/input";
import { asAdmin } from "@/lib/auth/rules";
import { suspendCompany, unsuspendCompany } from "@/lib/companies/commands/suspend";
import { MergeCompany, OneCompany, SuspendCompany } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";
import { decideAppeal } from "@/lib/moderation/commands/appeal";
import { claimNext, takeOver } from "@/lib/moderation/commands/claim";
import {
  approvePosting,
  clearPosting,
  discardImports,
  freezePosting,
  removePosting,
  sendPostingBack,
} from "@/lib/moderation/commands/decide";
import { mergeCompany } from "@/lib/moderation/commands/merge";
import {
  ApprovePosting,
  ClearPosting,
  DecideAppeal,
  DiscardImports,
  FreezePosting,
  OneReview,
  RemovePosting,
  ReviewNext,
  SendPostingBack,
} from "@/lib/moderation/input";
import { completeImport } from "@/lib/postings/commands/complete-import";
import { CompleteImport } from "@/lib/postings/input";
import { slugShape } from "@/lib/slug";
import { goOn, goOnWithReports, reviewPath } from "./_parts/go-on";

export const reviewNextAction = formAction(ReviewNext, async ({ after }, actor) => {
  const next = await claimNext(asAdmin(actor), after);
  redirect(next ? reviewPath(next) : "/admin?done=nothing");
});

export const takeOverAction = formAction(OneReview, async (input, actor) => {
  redirect(`${reviewPath(await takeOver(asAdmin(actor), input))}?done=taken-over`);
});

export const approvePostingAction = formAction(ApprovePosting, async (input, actor) => {
  const admin = asAdmin(actor);
  await goOn(admin, await approvePosting(admin, input), input);
});

export const sendPostingBackAction = formAction(SendPostingBack, async (input, actor) => {
  const admin = asAdmin(actor);
  await sendPostingBack(admin, input);
  await goOn(admin, "sent-back", input);
});

export const freezePostingAction = formAction(FreezePosting, async (input, actor) => {
  await freezePosting(asAdmin(actor), input);
  redirect("/admin/reports?done=frozen");
});

export const clearPostingAction = formAction(ClearPosting, async (input, actor) => {
  const admin = asAdmin(actor);
  await clearPosting(admin, input);
  await goOnWithReports(admin, "cleared");
});

export const removePostingAction = formAction(RemovePosting, async (input, actor) => {
  const admin = asAdmin(actor);
  const { wasInReview } = await removePosting(admin, input);
  if (wasInReview) await goOn(admin, "removed");
  await goOnWithReports(admin, "removed");
});

export const decideAppealAction = formAction(DecideAppeal, async (input, actor) => {
  await decideAppeal(asAdmin(actor), input);
  redirect(`/admin/appeals?done=appeal-${input.outcome}`);
});

/** The address of the page that the form is on, beside what its command takes. */
const page = { slug: z.string().regex(slugShape).max(200) };

export const suspendCompanyAction = formAction(
  SuspendCompany.extend(page),
  async ({ slug, ...input }, actor) => {
    await suspendCompany(asAdmin(actor), input);
    redirect(`/admin/companies/${slug}?done=suspended`);
  },
);

export const unsuspendCompanyAction = formAction(
  OneCompany.extend(page),
  async ({ slug, ...input }, actor) => {
    await unsuspendCompany(asAdmin(actor), input);
    redirect(`/admin/companies/${slug}?done=unsuspended`);
  },
);

export const mergeCompanyAction = formAction(MergeCompany, async (input, actor) => {
  const { slug } = await mergeCompany(asAdmin(actor), input);
  redirect(`/admin/companies/${slug}?done=merged`);
});

export const suspendUserAction = formAction(SuspendUser, async (input, actor) => {
  await suspendUser(asAdmin(actor), input);
  redirect(`/admin/users/${input.id}?done=suspended`);
});

export const unsuspendUserAction = formAction(OneUser, async (input, actor) => {
  await unsuspendUser(asAdmin(actor), input);
  redirect(`/admin/users/${input.id}?done=unsuspended`);
});

export const grantAdminToAction = formAction(OneUser, async (input, actor) => {
  await grantAdminTo(asAdmin(actor), input);
  redirect(`/admin/users/${input.id}?done=granted`);
});

export const revokeAdminAction = formAction(OneUser, async (input, actor) => {
  await revokeAdmin(asAdmin(actor), input);
  redirect(`/admin/users/${input.id}?done=revoked`);
});

export const completeImportAction = formAction(CompleteImport, async (input, actor) => {
  await completeImport(asAdmin(actor), input);
  redirect(`/admin/postings/${input.id}?done=completed`);
});

export const discardImportsAction = formAction(DiscardImports, async (input, actor) => {
  await discardImports(asAdmin(actor), input);
  redirect("/admin/imports?done=discarded");
});
