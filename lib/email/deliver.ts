import { eq } from "drizzle-orm";
import { createTransport, type Transporter } from "nodemailer";
import { render } from "react-email";
import { db } from "@/db/client";
import { sentMails } from "@/db/schema/email";
import type { Mail } from "@/lib/background/input";
import { settings } from "@/lib/env";
import { MailPage } from "./mail-page";

let transport: Transporter | undefined;

/** The worker's task: hands the mail to the mail server, unless a former try already did. Throws, and is tried again, when refused. */
export async function deliverMail(mail: Mail) {
  const [sent] = await db().select({ key: sentMails.key }).from(sentMails).where(eq(sentMails.key, mail.key));
  if (sent) return;
  transport ??= createTransport(settings().SMTP_URL, { connectionTimeout: 5_000, socketTimeout: 10_000 } as never);
  await transport.sendMail({
    from: { name: "Backplane", address: `no-reply@${new URL(settings().APP_URL).hostname}` },
    to: mail.to,
    subject: mail.subject,
    messageId: `<${mail.key}@${new URL(settings().APP_URL).hostname}>`,
    html: await render(MailPage(mail)),
    text: asText(mail),
  });
  await db().insert(sentMails).values({ key: mail.key }).onConflictDoNothing();
}

function asText(mail: Mail) {
  return [
    mail.heading,
    ...mail.paragraphs,
    mail.code,
    mail.action && `${mail.action.label}: ${mail.action.url}`,
    `-- \n${mail.reason}\nBackplane ${settings().APP_URL}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}
