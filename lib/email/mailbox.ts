import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mailboxMessages } from "@/db/schema/email";

/** The local mailbox of DEMO: a mail server on loopback that keeps what it is sent. Resolves when it listens. */
export function startMailbox(port: number): Promise<{ stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: 1_000_000,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase());
        db()
          .insert(mailboxMessages)
          .values(recipients.map((recipient) => ({ recipient, raw })))
          .then(
            () => done(),
            (error) => done(error),
          );
      });
    },
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "localhost", () => {
      server.off("error", reject);
      server.on("error", () => {});
      resolve({ stop: () => new Promise((stopped) => server.close(() => stopped())) });
    });
  });
}

/** The newest mails of the local mailbox, at most 50, those to `recipient` if given. */
export async function listMailbox(recipient?: string) {
  const rows = await db()
    .select({ id: mailboxMessages.id, recipient: mailboxMessages.recipient, raw: mailboxMessages.raw, receivedAt: mailboxMessages.receivedAt })
    .from(mailboxMessages)
    .where(recipient ? eq(mailboxMessages.recipient, recipient.toLowerCase()) : undefined)
    .orderBy(desc(mailboxMessages.id))
    .limit(50);
  return Promise.all(rows.map(async ({ raw, ...row }) => ({ ...row, ...(await read(raw)) })));
}

/** One mail of the local mailbox, or null. */
export async function findMail(id: number) {
  const [row] = await db()
    .select({ id: mailboxMessages.id, recipient: mailboxMessages.recipient, raw: mailboxMessages.raw, receivedAt: mailboxMessages.receivedAt })
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
