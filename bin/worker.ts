import { closeDatabase } from "@/db/client";
import { housekeep } from "@/lib/auth/commands";
import { runWorker } from "@/lib/background/worker";
import { forgetChanges } from "@/lib/board/commands";
import { deliverMail } from "@/lib/email/deliver";
import { startMailbox } from "@/lib/email/mailbox";
import { settings } from "@/lib/env";
import { deleteOldUnsentForms } from "@/lib/forms/commands";
import { logger } from "@/lib/log";
import { sendAlerts } from "@/lib/notifications/alerts";
import { deliverEvent } from "@/lib/notifications/deliver";
import { forgetResumeDrafts } from "@/lib/profiles/commands/resume";
import { forgetRemoved } from "@/lib/saved/commands/postings";
import { remindOfClosing } from "@/lib/saved/commands/reminders";
import { refreshTerms } from "@/lib/search/commands/terms";
import { forgetPublicChanges } from "@/lib/web/commands";

/** Runs background work, and in DEMO the local mailbox, until a signal ends it. */
export async function main(_: string[], env: { databaseUrl: string }): Promise<number> {
  process.env.DATABASE_URL = env.databaseUrl;
  process.env.APP_NAME = "backplane-worker";
  const { DEMO, MAILBOX_PORT } = settings();
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const mailbox = DEMO && MAILBOX_PORT ? await startMailbox(MAILBOX_PORT) : null;
  await runWorker({
    databaseUrl: env.databaseUrl,
    signal: stop.signal,
    log: (level, words, error) => logger[level](error === undefined ? {} : { err: error }, words),
    handlers: {
      "deliver-event": deliverEvent,
      "send-mail": deliverMail,
      housekeeping: forgetOldThings,
      "refresh-terms": refreshTerms,
      "send-alerts": sendAlerts,
      "remind-of-closing": remindOfClosing,
    },
  });
  await mailbox?.stop();
  await closeDatabase();
  return 0;
}

async function forgetOldThings() {
  await housekeep();
  await deleteOldUnsentForms();
  await forgetResumeDrafts();
  await forgetChanges();
  await forgetPublicChanges();
  await forgetRemoved();
}
