"use server";

import { redirect } from "next/navigation";
import {
  inviteMember,
  resendMemberInvitation,
  withdrawMemberInvitation,
} from "@/lib/companies/commands/invite";
import { changeRole, leaveCompany, removeMember } from "@/lib/companies/commands/members";
import { ChangeRole, InviteMember, OneCompany, OneMember, OneMemberInvitation } from "@/lib/companies/input";
import { asDeed, formAction } from "@/lib/forms/action";
import type { TeamDone } from "./done";

const backTo = (slug: string, done: TeamDone) => redirect(`/employer/team?company=${slug}&done=${done}`);

export const inviteMemberAction = formAction(InviteMember, async (input, actor) => {
  const { slug } = await asDeed("memberInvitation", actor, () => inviteMember(actor, input));
  backTo(slug, "invited");
});

export const resendMemberInvitationAction = formAction(OneMemberInvitation, async (input, actor) => {
  const { slug } = await asDeed("memberInvitation", actor, () => resendMemberInvitation(actor, input));
  backTo(slug, "resent");
});

export const withdrawMemberInvitationAction = formAction(OneMemberInvitation, async (input, actor) => {
  const { slug } = await withdrawMemberInvitation(actor, input);
  backTo(slug, "withdrawn");
});

export const changeRoleAction = formAction(ChangeRole, async (input, actor) => {
  const { slug } = await changeRole(actor, input);
  backTo(slug, "changed");
});

export const removeMemberAction = formAction(OneMember, async (input, actor) => {
  const { slug } = await removeMember(actor, input);
  if (input.userId === actor.userId) redirect("/employer?done=left");
  backTo(slug, "removed");
});

export const leaveCompanyAction = formAction(OneCompany, async (input, actor) => {
  await leaveCompany(actor, input);
  redirect("/employer?done=left");
});
