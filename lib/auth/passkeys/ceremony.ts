import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { decodeClientDataJSON, isoBase64URL, isoUint8Array } from "@simplewebauthn/server/helpers";
import { settings } from "@/lib/env";
import type { Actor } from "../input";
import type { MadePasskey, UsedPasskey } from "./input";
import { challengeMinutes } from "./rules";

/*
 * What a browser is asked for, and whether what it answers is genuine, by the rules of WebAuthn. A passkey belongs to our host: another site
 * cannot ask for it. Devices must check that it is their owner, by finger, face or PIN.
 */

const host = () => new URL(settings().APP_URL).hostname;
const timeout = challengeMinutes * 60_000;

/** What a browser needs to make a passkey for the actor, on a device that has none of `known` yet. */
export const askToMake = (
  { userId, email, name }: Pick<Actor, "userId" | "email" | "name">,
  known: { id: string; transports: string[] }[],
) =>
  generateRegistrationOptions({
    rpName: "Backplane",
    rpID: host(),
    userID: isoUint8Array.fromUTF8String(userId),
    userName: email,
    userDisplayName: name ?? email,
    timeout,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });

/** What a browser needs to sign in with any passkey of ours that it has. */
export const askToUse = () =>
  generateAuthenticationOptions({ rpID: host(), userVerification: "required", timeout });

/** The challenge that an answer says it is to; "" where that cannot be read. */
export function challengeOf({ response }: MadePasskey | UsedPasskey): string {
  try {
    return String(decodeClientDataJSON(response.clientDataJSON).challenge);
  } catch {
    return "";
  }
}

/** Whose passkey the device says that this is; null where it does not. */
export const userOf = ({ response: { userHandle } }: UsedPasskey): string | null =>
  userHandle ? isoBase64URL.toUTF8String(userHandle) : null;

/** The passkey that a device made in answer to `challenge`; null unless it is genuine. */
export async function readMade(made: MadePasskey, challenge: string) {
  const verified = await verifyRegistrationResponse({
    response: made as Parameters<typeof verifyRegistrationResponse>[0]["response"],
    expectedChallenge: challenge,
    expectedOrigin: settings().APP_URL,
    expectedRPID: host(),
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: isoBase64URL.fromBuffer(publicKey),
    counter,
    transports: transports ?? [],
  };
}

/** How often the device says that the passkey was used, by its answer to `challenge`; null unless the passkey signed it. */
export async function readUsed(
  used: UsedPasskey,
  challenge: string,
  { publicKey }: { publicKey: string },
): Promise<number | null> {
  const verified = await verifyAuthenticationResponse({
    response: used,
    expectedChallenge: challenge,
    expectedOrigin: settings().APP_URL,
    expectedRPID: host(),
    // Whether it counts on is our own rule: what is refused for that has to be recorded.
    credential: { id: used.id, publicKey: isoBase64URL.toBuffer(publicKey), counter: 0 },
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}
