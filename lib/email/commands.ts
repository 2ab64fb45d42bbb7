import { db, type Transaction } from "@/db/client";
import { mailboxMessages, sentMails } from "@/db/schema/email";
import { enqueue } from "@/lib/background/commands";
import type { Mail } from "@/lib/background/input";

/** Has the worker send `mail` after the transaction commits, at most once for each key. */
export async function sendMail(tx: Transaction, mail: Mail) {
  await enqueue(tx, "send-mail", mail, `mail:${mail.key}`);
}

/** Remembers that the mail of this key was handed to the mail server. */
export async function markSent(key: string) {
  await db().insert(sentMails).values({ key }).onConflictDoNothing();
}

/** Keeps a message in the local mailbox, once for each of its recipients. */
export async function saveInMailbox(recipients: string[], raw: string) {
  await db()
    .insert(mailboxMessages)
    .values(recipients.map((recipient) => ({ recipient, raw })));
}
