"use server";

import { redirect } from "next/navigation";
import { acceptMemberInvitation } from "@/lib/companies/commands/invite";
import { AcceptMemberInvitation } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";

export const acceptMemberInvitationAction = formAction(AcceptMemberInvitation, async (input, actor) => {
  const { slug } = await acceptMemberInvitation(actor, input);
  redirect(`/employer/team?company=${slug}`);
});
