"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { noteRobot } from "@/lib/auth/account/commands";
import { redeemCode, requestCode, signInForDemo } from "@/lib/auth/commands";
import { DemoSignIn, ProviderSignIn, RedeemCode, RequestCode } from "@/lib/auth/input";
import { redeemPasskey } from "@/lib/auth/passkeys/commands";
import { SignInWithPasskey } from "@/lib/auth/passkeys/input";
import { isKnownBrowser } from "@/lib/auth/queries";
import { ownPath } from "@/lib/auth/rules";
import { browserToken, findBrowserName, sessionToken, signInAt, startSession } from "@/lib/auth/session";
import { publicFormAction } from "@/lib/forms/action";
import { countCode, countUse } from "@/lib/forms/limits";

export const requestCodeAction = publicFormAction(RequestCode, async ({ website, ...input }) => {
  const query = new URLSearchParams({ to: input.email, ...(input.next && { next: ownPath(input.next) }) });
  const told = `/sign-in/code?${query}`;
  // A robot hears what people hear, and nobody gets a mail.
  if (website) {
    await noteRobot("sign-in");
    redirect(told);
  }
  const browser = await browserToken();
  const network = (await headers()).get("x-forwarded-for") ?? "unknown";
  await countCode(input.email, network, (await isKnownBrowser(input.email, browser)) ? browser : null);
  await requestCode(input, browser);
  redirect(told);
});

export const redeemCodeAction = publicFormAction(RedeemCode, async (input) => {
  await startSession(
    await redeemCode(input, await browserToken(), await sessionToken(), await findBrowserName()),
  );
  redirect(ownPath(input.next));
});

export const signInForDemoAction = publicFormAction(DemoSignIn, async (input) => {
  await startSession(await signInForDemo(input, await sessionToken(), await findBrowserName()));
  redirect(ownPath(input.next));
});

export const signInWithProviderAction = publicFormAction(ProviderSignIn, async ({ provider, next }) => {
  await signInAt(provider, ownPath(next));
});

export const signInWithPasskeyAction = publicFormAction(
  SignInWithPasskey,
  async ({ used, next }, { address }) => {
    await countUse("passkeyFrom", address);
    const [former, browserName] = [await sessionToken(), await findBrowserName()];
    await startSession(await redeemPasskey(used, await browserToken(), { former, browserName }));
    redirect(ownPath(next));
  },
);
