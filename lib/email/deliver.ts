import { createTransport, type Transporter } from "nodemailer";
import { render } from "react-email";
import type { Mail, MailItem } from "@/lib/background/input";
import { settings } from "@/lib/env";
import { logger } from "@/lib/log";
import { markSent, noteBounce } from "./commands";
import { MailPage } from "./mail-page";
import { findMailStanding } from "./queries";
import { bounceCodeOf } from "./rules";

let transport: Transporter | undefined;

/**
 * The worker's task: hands the mail to the mail server, unless a former try already did. An address that is refused for good is noted, and
 * gets nothing but codes for some days: somebody asked for those just now, and whether they come is the test of the address. Throws, and is
 * tried again, on every other failure.
 */
export async function deliverMail(mail: Mail) {
  const { sent, bounced } = await findMailStanding(mail);
  if (sent) return;
  if (bounced && !mail.code) {
    logger.info({ mail: mail.key }, "mail not sent: its address refuses mails");
    return;
  }
  try {
    await hand(mail);
  } catch (error) {
    const code = bounceCodeOf(error);
    if (code === null) throw error;
    await noteBounce(mail.to, code);
    logger.warn({ mail: mail.key, code }, "mail refused: its address is noted");
    return;
  }
  await markSent(mail);
  logger.info({ mail: mail.key }, "mail sent");
}

async function hand(mail: Mail) {
  transport ??= createTransport({
    url: settings().SMTP_URL,
    // Greeting a server takes longer than handing it a mail.
    pool: true,
    connectionTimeout: 10_000,
    // A server that is slow to accept a mail has it: giving up early would send it twice.
    socketTimeout: 120_000,
  });
  await transport.sendMail({
    from: { name: "Backplane", address: `no-reply@${new URL(settings().APP_URL).hostname}` },
    to: mail.to,
    subject: mail.subject,
    messageId: `<${mail.key}@${new URL(settings().APP_URL).hostname}>`,
    html: await render(MailPage(mail)),
    text: asText(mail),
    ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: "interview.ics" } }),
    ...(mail.stop && {
      list: { unsubscribe: mail.stop.postUrl },
      headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    }),
  });
}

/** Ends the connections to the mail server, once no mail is under way. */
export function stopDelivering() {
  transport?.close();
  transport = undefined;
}

function asText(mail: Mail) {
  return [
    mail.heading,
    ...mail.paragraphs,
    mail.code,
    ...(mail.items ?? []).map(itemAsText),
    mail.action && `${mail.action.label}: ${mail.action.url}`,
    `-- \n${[mail.reason, mail.stop && `${mail.stop.label}: ${mail.stop.pageUrl}`].filter(Boolean).join("\n")}\nBackplane ${settings().APP_URL}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function itemAsText({ title, url, lines, question }: MailItem) {
  const answers = question?.answers.map((answer) => `${answer.label}: ${answer.url}`) ?? [];
  return [title, ...lines, url, ...(question ? [question.text, ...answers] : [])].join("\n");
}
