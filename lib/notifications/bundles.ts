import { inTransaction, type Transaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { counted } from "@/lib/plural";
import { type Bundle, takeBundle } from "./commands";
import { at, stopOf } from "./mail-parts";

/** The worker's task of each minute: sends what waited for a bundle, one mail for each reader. */
export async function sendBundles() {
  while (await inTransaction(sendOne));
}

async function sendOne(tx: Transaction): Promise<boolean> {
  const bundle = await takeBundle(tx);
  if (!bundle) return false;
  await sendMail(tx, { ...bundleMail(bundle), key: `bundle-${bundle.userId}-${tx.now.getTime()}` });
  return true;
}

function bundleMail({ userId, email, total, kinds: [kind, ...others], named }: Bundle) {
  const rest = total - named.length;
  return {
    to: email,
    subject: `${counted(total, "notification")} from Backplane`,
    heading: `${counted(total, "notification")} from Backplane`,
    paragraphs: rest > 0 ? [`This e-mail shows ${named.length} of them. The rest is on your page.`] : [],
    items: named.map(({ title, path }) => ({ title, url: at(path), lines: [] })),
    action: { label: "See your notifications", url: at("/notifications") },
    reason: `You chose when these e-mails come, or many things happened at once. Change this in your settings: ${at("/settings")}`,
    // One click stops one kind; several are chosen in the settings.
    ...(kind && others.length === 0 && { stop: stopOf({ userId, kind }) }),
  };
}
