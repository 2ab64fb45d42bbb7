import { inTransaction } from "@/db/client";
import { scheduleDeletion } from "@/lib/auth/account/commands";
import type { Actor } from "@/lib/auth/input";
import { refuseUnlessFresh } from "@/lib/auth/rules";
import { lockOnlyOwned } from "@/lib/companies/commands/team";
import { daysAfter } from "@/lib/days";
import { sendMail } from "@/lib/email/commands";
import { settings } from "@/lib/env";
import { record } from "@/lib/events/commands";
import { day } from "@/lib/notifications/mail-parts";
import type { AskForDeletion } from "../input";
import { deletionDays, refuseDeletion, refuseOnlyOwner } from "../rules";

/**
 * Has the actor's account deleted in seven days, and tells them by mail how to keep it. Throws `unauthenticated` unless they signed in a
 * short while ago, `invalid` at `email` unless that is their address, and `conflict` where it was asked for already or they are the only
 * owner of a company.
 */
export function askForDeletion(actor: Actor, { email }: AskForDeletion) {
  return inTransaction(async (tx) => {
    refuseUnlessFresh(actor, tx.now);
    refuseDeletion(actor, email);
    refuseOnlyOwner(await lockOnlyOwned(tx, actor));
    const at = daysAfter(tx.now, deletionDays);
    if (!(await scheduleDeletion(tx, actor, at))) return;
    await record(tx, { type: "user.deletion_asked", actorId: actor.userId });
    await sendMail(tx, {
      key: `deletion-${actor.userId}-${tx.now.getTime()}`,
      to: actor.email,
      subject: `Your account will be deleted on ${day(at)}`,
      heading: `Your account will be deleted on ${day(at)}`,
      paragraphs: [
        "You asked us to delete your Backplane account with everything that is stored about you. On that day your open applications are withdrawn, and the companies are told.",
        "If you change your mind, or if this was not you, sign in before that day and choose “Keep my account”. Until then, everything stays as it is.",
      ],
      action: { label: "Keep my account", url: `${settings().APP_URL}/settings/data` },
      reason: "You received this e-mail because the deletion of your account was asked for on Backplane.",
    });
  });
}

/** Keeps the actor's account after all. Where no deletion was asked for, nothing changes. */
export function keepAccount(actor: Actor) {
  return inTransaction(async (tx) => {
    if (await scheduleDeletion(tx, actor, null))
      await record(tx, { type: "user.account_kept", actorId: actor.userId });
  });
}
