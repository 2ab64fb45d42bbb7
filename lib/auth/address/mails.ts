import type { Transaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { settings } from "@/lib/env";
import { addressDays } from "../rules";

/** An account that moved from one address to another. */
export type Moved = { userId: string; from: string; to: string };

const reason = "You received this e-mail because somebody changes the address of a Backplane account.";

/** Sends the two codes; to an address that has an account already, that somebody wants it, and no code. */
export async function mailCodes(
  tx: Transaction,
  { userId, from, to }: Moved,
  codes: { oldCode: string; newCode: string; isTaken: boolean },
) {
  const key = `${userId}-${tx.now.getTime()}`;
  await sendMail(tx, {
    key: `address-old-${key}`,
    to: from,
    subject: `${codes.oldCode} changes your address on Backplane`,
    heading: `Change your address to ${to}`,
    paragraphs: [
      `You asked us to change the address of your Backplane account to ${to}. Enter this code to agree. It is valid for an hour, together with the code that we sent to the new address.`,
      "If this was not you, do not give the code to anybody. Somebody is signed in as you: sign out everywhere else.",
    ],
    code: codes.oldCode,
    action: { label: "See where you are signed in", url: `${settings().APP_URL}/settings/sessions` },
    reason,
  });
  await sendMail(
    tx,
    codes.isTaken
      ? {
          key: `address-new-${key}`,
          to,
          subject: "Somebody wants to use your address on Backplane",
          heading: "You have an account with this address already",
          paragraphs: [
            "Somebody asked us to move another Backplane account to this address. Nothing was changed, and they were not told that you have an account.",
            "If it was you: delete this account first, or keep using it.",
          ],
          action: { label: "Sign in", url: `${settings().APP_URL}/sign-in` },
          reason,
        }
      : {
          key: `address-new-${key}`,
          to,
          subject: `${codes.newCode} confirms your address on Backplane`,
          heading: "Confirm your new address",
          paragraphs: [
            "Somebody wants to use this address for their Backplane account. If it was you, enter this code. It is valid for an hour.",
            "If it was not you, ignore this e-mail.",
          ],
          code: codes.newCode,
          action: { label: "Enter the codes", url: `${settings().APP_URL}/settings/address` },
          reason,
        },
  );
}

/** Tells both addresses that the account moved, and the old one how it takes the account back. */
export async function mailMoved(tx: Transaction, { from, to }: Moved, undo: string, id: string) {
  await sendMail(tx, {
    key: `address-moved-new-${id}`,
    to,
    subject: "Your address was changed",
    heading: "This is now the address of your account",
    paragraphs: [`You sign in with ${to} from now on. You were signed out on all other devices.`],
    action: { label: "Open your settings", url: `${settings().APP_URL}/settings` },
    reason,
  });
  await sendMail(tx, {
    key: `address-moved-old-${id}`,
    to: from,
    subject: "Your account moved to another address",
    heading: "Your account moved to another address",
    paragraphs: [
      `Your Backplane account now has the address ${to}. If you changed it, there is nothing to do.`,
      `If this was not you, take your account back within ${addressDays} days: it gets this address again, and everybody is signed out.`,
    ],
    action: { label: "This was not me", url: `${settings().APP_URL}/restore/${undo}` },
    reason,
  });
}

/** Tells both addresses that the change was undone. */
export async function mailRestored(tx: Transaction, { userId, from, to }: Moved) {
  for (const [side, address] of [
    ["from", from],
    ["to", to],
  ] as const)
    await sendMail(tx, {
      key: `address-restored-${side}-${userId}-${tx.now.getTime()}`,
      to: address,
      subject: "The change of your address was undone",
      heading: "The change of your address was undone",
      paragraphs: [
        `The Backplane account has the address ${to} again. Everybody was signed out. Its passkeys and linked services were removed, and its address cannot be changed for ${addressDays} days.`,
      ],
      action: { label: "Sign in", url: `${settings().APP_URL}/sign-in` },
      reason,
    });
}
