import { desc, eq } from "drizzle-orm";
import PostalMime from "postal-mime";
import { db } from "@/db/client";
import { mailboxMessages, sentMails } from "@/db/schema/email";

/** Whether the mail of this key was handed to the mail server before. */
export async function wasSent(key: string): Promise<boolean> {
  const [sent] = await db().select({ key: sentMails.key }).from(sentMails).where(eq(sentMails.key, key));
  return sent !== undefined;
}

/** The newest mails of the local mailbox, at most 50, those to `recipient` if given. */
export async function listMailbox(recipient?: string) {
  const rows = await db()
    .select({
      id: mailboxMessages.id,
      recipient: mailboxMessages.recipient,
      raw: mailboxMessages.raw,
      receivedAt: mailboxMessages.receivedAt,
    })
    .from(mailboxMessages)
    .where(recipient ? eq(mailboxMessages.recipient, recipient.toLowerCase()) : undefined)
    .orderBy(desc(mailboxMessages.id))
    .limit(50);
  return Promise.all(rows.map(async ({ raw, ...row }) => ({ ...row, ...(await read(raw)) })));
}

/** One mail of the local mailbox, or null. */
export async function findMail(id: number) {
  const [row] = await db()
    .select({
      id: mailboxMessages.id,
      recipient: mailboxMessages.recipient,
      raw: mailboxMessages.raw,
      receivedAt: mailboxMessages.receivedAt,
    })
    .from(mailboxMessages)
    .where(eq(mailboxMessages.id, id));
  if (!row) return null;
  const { raw, ...mail } = row;
  return { ...mail, ...(await read(raw)) };
}

async function read(raw: string) {
  const { subject, text, html } = await PostalMime.parse(raw);
  return { subject: subject ?? "", text: text ?? "", html: html ?? "" };
}
