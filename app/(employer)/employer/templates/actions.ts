"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { createTemplate, deleteTemplate, editTemplate } from "@/lib/applications/commands/templates";
import { OneTemplate, TemplateForm } from "@/lib/applications/input";
import { formAction } from "@/lib/forms/action";

export const createTemplateAction = formAction(
  TemplateForm.extend({ companyId: z.uuid() }),
  async ({ companyId, ...input }, actor) => {
    const { id } = await createTemplate(actor, companyId, input);
    redirect(`/employer/templates/${id}?done=saved`);
  },
);

export const editTemplateAction = formAction(
  TemplateForm.extend({ id: z.uuid() }),
  async (input, actor, version) => {
    await editTemplate(actor, input, version);
    redirect(`/employer/templates/${input.id}?done=saved`);
  },
);

export const deleteTemplateAction = formAction(OneTemplate, async (input, actor) => {
  await deleteTemplate(actor, input);
  redirect("/employer/templates?done=deleted");
});
