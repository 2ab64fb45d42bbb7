"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/forms/action";
import { closeCompany } from "@/lib/postings/commands/close-company";
import { CloseCompany } from "@/lib/postings/input";

export const closeCompanyAction = formAction(CloseCompany, async (input, actor) => {
  const { slug } = await closeCompany(actor, input);
  redirect(`/employer?company=${slug}&done=closed`);
});
