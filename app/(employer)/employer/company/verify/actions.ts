"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import {
  redeemDomainCode,
  requestDomainCode,
  startDomainCheck,
  verifyByEmail,
} from "@/lib/companies/commands/verify";
import { OneCompany, RedeemDomainCode, RequestDomainCode } from "@/lib/companies/input";
import { formAction } from "@/lib/forms/action";
import { countDomainCode } from "@/lib/forms/limits";

export const verifyByEmailAction = formAction(OneCompany, async (input, actor) => {
  const { slug } = await verifyByEmail(actor, input);
  redirect(`/employer/company/verify?company=${slug}`);
});

export const requestDomainCodeAction = formAction(RequestDomainCode, async (input, actor) => {
  await countDomainCode(input.companyId, (await headers()).get("x-forwarded-for") ?? "unknown");
  const { slug } = await requestDomainCode(actor, input);
  redirect(`/employer/company/verify?company=${slug}&done=sent`);
});

export const redeemDomainCodeAction = formAction(RedeemDomainCode, async (input, actor) => {
  const { slug } = await redeemDomainCode(actor, input);
  redirect(`/employer/company/verify?company=${slug}`);
});

export const startDomainCheckAction = formAction(OneCompany, async (input, actor) => {
  const { slug } = await startDomainCheck(actor, input);
  redirect(`/employer/company/verify?company=${slug}&done=asked`);
});
