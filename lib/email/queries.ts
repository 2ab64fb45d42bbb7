import { desc, eq, type SQL, sql } from "drizzle-orm";
import PostalMime from "postal-mime";
import { db } from "@/db/client";
import { mailboxMessages } from "@/db/schema/email";
import type { Mail } from "@/lib/background/input";
import { present } from "@/lib/present";
import { bounceDays } from "./rules";

/** Whether this address was refused for good within the last days: an expression of true or false over its text. */
export const isBounced = (address: SQL): SQL<boolean> => sql`exists (select 1 from bounced_addresses b
  where b.address = lower(${address}) and b.at > (select app_now()) - make_interval(days => ${bounceDays}::int))`;

/** Whether the mail was handed to the mail server before, and whether its address refuses mails. */
export async function findMailStanding({ key, to }: Pick<Mail, "key" | "to">) {
  const [row] = await db().execute<{ sent: boolean; bounced: boolean }>(sql`
    select exists (select 1 from sent_mails s where s.key = ${key}) as sent, ${isBounced(sql`${to}::text`)} as bounced`);
  return present(row);
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
