"use server";

import { redirect } from "next/navigation";
import { asDeed, formAction } from "@/lib/forms/action";
import { continueImport, startImport, submitImported } from "@/lib/imports/commands";
import { OneImport, StartImport } from "@/lib/imports/input";

export const startImportAction = formAction(StartImport, async (input, actor) => {
  await asDeed("import", actor, () => startImport(actor, input));
  redirect(`/employer/import/${input.id}`);
});

export const continueImportAction = formAction(OneImport, async (input, actor) => {
  await continueImport(actor, input);
  redirect(`/employer/import/${input.id}`);
});

export const submitImportedAction = formAction(OneImport, async (input, actor) => {
  const { submitted } = await submitImported(actor, input);
  redirect(`/employer/import/${input.id}?submitted=${submitted}`);
});
