import { eq, lt, type SQL, sql } from "drizzle-orm";
import { db, inTransaction, type Transaction } from "@/db/client";
import { bouncedAddresses, mailboxMessages, sentMails } from "@/db/schema/email";
import { enqueue } from "@/lib/background/commands";
import type { Mail } from "@/lib/background/input";
import { daysBefore } from "@/lib/days";
import { bounceDays } from "./rules";

/** Has the worker send `mail` after the transaction commits, at most once for each key. */
export async function sendMail(tx: Transaction, mail: Mail) {
  await enqueue(tx, "send-mail", mail, `mail:${mail.key}`);
}

/** Remembers that the mail was handed to the mail server, which so took its address. */
export async function markSent({ key, to }: Pick<Mail, "key" | "to">) {
  await inTransaction(async (tx) => {
    await tx.insert(sentMails).values({ key }).onConflictDoNothing();
    await tx.delete(bouncedAddresses).where(eq(bouncedAddresses.address, to.toLowerCase()));
  });
}

/** Remembers that a mail server refused the address for good. */
export async function noteBounce(address: string, code: number) {
  await inTransaction((tx) =>
    tx
      .insert(bouncedAddresses)
      .values({ address: address.toLowerCase(), code, at: tx.now })
      .onConflictDoUpdate({ target: bouncedAddresses.address, set: { code, at: tx.now } }),
  );
}

/** Deletes the refusals that do not count any more. */
export async function forgetBounces() {
  await inTransaction((tx) =>
    tx.delete(bouncedAddresses).where(lt(bouncedAddresses.at, daysBefore(tx.now, bounceDays))),
  );
}

/** Keeps a message in the local mailbox, once for each of its recipients. */
export async function saveInMailbox(recipients: string[], raw: string) {
  await db()
    .insert(mailboxMessages)
    .values(recipients.map((recipient) => ({ recipient, raw })));
}

/** Deletes the messages about these events from the local mailbox, whoever they were sent to. */
export async function deleteFromMailbox(tx: Transaction, events: SQL) {
  await tx
    .delete(mailboxMessages)
    .where(sql`substring(${mailboxMessages.raw} from 'Message-ID: <event-([0-9]+)')::bigint in ${events}`);
}
