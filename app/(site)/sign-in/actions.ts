"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { redeemCode, requestCode, signInForDemo } from "@/lib/auth/commands";
import { DemoSignIn, ProviderSignIn, RedeemCode, RequestCode } from "@/lib/auth/input";
import { isKnownBrowser } from "@/lib/auth/queries";
import { ownPath } from "@/lib/auth/rules";
import { browserToken, sessionToken, signInAt, startSession } from "@/lib/auth/session";
import { publicFormAction } from "@/lib/forms/action";
import { countCode } from "@/lib/forms/limits";

export const requestCodeAction = publicFormAction(RequestCode, async (input) => {
  const browser = await browserToken();
  const network = (await headers()).get("x-forwarded-for") ?? "unknown";
  await countCode(input.email, network, (await isKnownBrowser(input.email, browser)) ? browser : null);
  await requestCode(input, browser);
  const query = new URLSearchParams({ to: input.email, ...(input.next && { next: ownPath(input.next) }) });
  redirect(`/sign-in/code?${query}`);
});

export const redeemCodeAction = publicFormAction(RedeemCode, async (input) => {
  await startSession(await redeemCode(input, await browserToken(), await sessionToken()));
  redirect(ownPath(input.next));
});

export const signInForDemoAction = publicFormAction(DemoSignIn, async (input) => {
  await startSession(await signInForDemo(input, await sessionToken()));
  redirect(ownPath(input.next));
});

export const signInWithProviderAction = publicFormAction(ProviderSignIn, async ({ provider, next }) => {
  await signInAt(provider, ownPath(next));
});
