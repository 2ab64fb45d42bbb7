import { createTransport, type Transporter } from "nodemailer";
import { render } from "react-email";
import type { Mail, MailItem } from "@/lib/background/input";
import { settings } from "@/lib/env";
import { markSent } from "./commands";
import { MailPage } from "./mail-page";
import { wasSent } from "./queries";

let transport: Transporter | undefined;

/** The worker's task: hands the mail to the mail server, unless a former try already did. Throws, and is tried again, when refused. */
export async function deliverMail(mail: Mail) {
  if (await wasSent(mail.key)) return;
  transport ??= createTransport(settings().SMTP_URL, {
    connectionTimeout: 5_000,
    socketTimeout: 10_000,
  } as never);
  await transport.sendMail({
    from: { name: "Backplane", address: `no-reply@${new URL(settings().APP_URL).hostname}` },
    to: mail.to,
    subject: mail.subject,
    messageId: `<${mail.key}@${new URL(settings().APP_URL).hostname}>`,
    html: await render(MailPage(mail)),
    text: asText(mail),
    ...(mail.stop && {
      list: { unsubscribe: mail.stop.postUrl },
      headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
    }),
  });
  await markSent(mail.key);
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
