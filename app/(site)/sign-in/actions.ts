"use server";

import { redirect } from "next/navigation";
import { redeemCode, requestCode, signInForDemo } from "@/lib/auth/commands";
import { DemoSignIn, RedeemCode, RequestCode } from "@/lib/auth/input";
import { ownPath } from "@/lib/auth/rules";
import { findBrowserToken, keepSession, renewBrowserToken } from "@/lib/auth/session";
import { publicFormAction } from "@/lib/forms/action";
import { countUse } from "@/lib/forms/limits";

export const sendCode = publicFormAction(RequestCode, async (input) => {
  await countUse("codeTo", input.email);
  await requestCode(input, await renewBrowserToken());
  const query = new URLSearchParams({ to: input.email, ...(input.next && { next: ownPath(input.next) }) });
  redirect(`/sign-in/code?${query}`);
});

export const enterCode = publicFormAction(RedeemCode, async (input) => {
  await keepSession(await redeemCode(input, (await findBrowserToken()) ?? ""));
  redirect(ownPath(input.next));
});

export const enterDemo = publicFormAction(DemoSignIn, async (input) => {
  await keepSession(await signInForDemo(input));
  redirect(ownPath(input.next));
});
