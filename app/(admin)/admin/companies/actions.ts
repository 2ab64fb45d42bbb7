"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { asAdmin } from "@/lib/auth/rules";
import { approveChange, claimChange, sendChangeBack, takeChangeDown } from "@/lib/companies/commands/changes";
import { DecideChange, OneCompany } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";
import { slugShape } from "@/lib/slug";

/** The address of the page that the form is on, beside what its command takes. */
const page = { slug: z.string().regex(slugShape).max(200) };

export const claimChangeAction = formAction(OneCompany.extend(page), async ({ slug, ...input }, actor) => {
  await claimChange(asAdmin(actor), input);
  redirect(`/admin/companies/${slug}?done=taken-over`);
});

export const approveChangeAction = formAction(OneCompany.extend(page), async ({ slug, ...input }, actor) => {
  await approveChange(asAdmin(actor), input);
  redirect(`/admin/companies/${slug}?done=company-approved`);
});

export const sendChangeBackAction = formAction(
  DecideChange.extend(page),
  async ({ slug, ...input }, actor) => {
    await sendChangeBack(asAdmin(actor), input);
    redirect(`/admin/companies/${slug}?done=company-sent-back`);
  },
);

export const takeChangeDownAction = formAction(
  DecideChange.extend(page),
  async ({ slug, ...input }, actor) => {
    await takeChangeDown(asAdmin(actor), input);
    redirect(`/admin/companies/${slug}?done=company-taken-down`);
  },
);
