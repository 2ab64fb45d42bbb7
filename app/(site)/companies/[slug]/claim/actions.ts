"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { claimByEmail, redeemClaimCode, requestClaimCode } from "@/lib/companies/commands/claim";
import { OneCompany, RedeemDomainCode, RequestDomainCode } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";
import { countDomainCode } from "@/lib/forms/limits";

export const claimByEmailAction = formAction(OneCompany, async (input, actor) => {
  const { slug } = await claimByEmail(actor, input);
  redirect(`/employer/company?company=${slug}`);
});

export const requestClaimCodeAction = formAction(RequestDomainCode, async (input, actor) => {
  await countDomainCode(input.companyId, (await headers()).get("x-forwarded-for") ?? "unknown");
  const { slug } = await requestClaimCode(actor, input);
  redirect(`/companies/${slug}/claim?done=sent`);
});

export const redeemClaimCodeAction = formAction(RedeemDomainCode, async (input, actor) => {
  const { slug } = await redeemClaimCode(actor, input);
  redirect(`/employer/company?company=${slug}`);
});
