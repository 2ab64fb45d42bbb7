import { closeDatabase } from "@/db/client";
import { advanceApplications } from "@/lib/applications/commands/clocks";
import { answerClosed } from "@/lib/applications/commands/closed";
import { forgetDrafts } from "@/lib/applications/commands/drafts";
import { cleanFiles, eraseStored, scanFiles } from "@/lib/applications/commands/files";
import { housekeep } from "@/lib/auth/commands";
import { runWorker } from "@/lib/background/worker";
import { forgetChanges } from "@/lib/board/commands";
import { checkDomains } from "@/lib/companies/commands/check-domains";
import { forgetMemberInvitations } from "@/lib/companies/commands/invite";
import { forgetDomainCodes } from "@/lib/companies/commands/verify";
import { forgetBounces } from "@/lib/email/commands";
import { deliverMail, stopDelivering } from "@/lib/email/deliver";
import { startMailbox } from "@/lib/email/mailbox";
import { settings } from "@/lib/env";
import { deleteOldUnsentForms } from "@/lib/forms/commands";
import { forgetImports, runImport } from "@/lib/imports/commands";
import { remindOfInterviews } from "@/lib/interviews/commands/remind";
import { logger } from "@/lib/log";
import { sendAlerts } from "@/lib/notifications/alerts";
import { sendBundles } from "@/lib/notifications/bundles";
import { deliverEvent } from "@/lib/notifications/deliver";
import { forgetProfileChanges } from "@/lib/people/commands";
import { advancePostings } from "@/lib/postings/commands/clocks";
import { deleteAccounts } from "@/lib/privacy/commands/delete";
import { eraseOldApplications } from "@/lib/privacy/commands/retain";
import { forgetResumeDrafts } from "@/lib/profiles/commands/resume";
import { forgetRemoved } from "@/lib/saved/commands/postings";
import { remindOfClosing } from "@/lib/saved/commands/reminders";
import { refreshPayFigures } from "@/lib/search/commands/pay-figures";
import { refreshTerms } from "@/lib/search/commands/terms";
import { forgetUnknownNames } from "@/lib/taxonomy/commands/unknown";
import { watchTaxonomy } from "@/lib/taxonomy/queries/follow";
import { forgetPublicChanges } from "@/lib/web/commands";
import { announceEvent, forgetDeliveries, sendWebhook } from "@/lib/webhooks/commands/send";

/** Runs background work, and in DEMO the local mailbox, until a signal ends it. */
export async function main(_: string[], env: { databaseUrl: string }): Promise<number> {
  process.env.DATABASE_URL = env.databaseUrl;
  process.env.APP_NAME = "backplane-worker";
  const { DEMO, MAILBOX_PORT } = settings();
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const watching = watchTaxonomy();
  const mailbox = DEMO && MAILBOX_PORT ? await startMailbox(MAILBOX_PORT) : null;
  await runWorker({
    databaseUrl: env.databaseUrl,
    signal: stop.signal,
    log: (level, words, error) => logger[level](error === undefined ? {} : { err: error }, words),
    handlers: {
      "deliver-event": deliverEvent,
      "send-mail": deliverMail,
      "announce-event": announceEvent,
      "send-webhook": sendWebhook,
      "import-postings": runImport,
      housekeeping: forgetOldThings,
      "refresh-terms": refreshTerms,
      "refresh-pay-figures": refreshPayFigures,
      "send-alerts": sendAlerts,
      "answer-closed": answerClosed,
      "advance-applications": advanceApplications,
      "send-bundles": sendBundles,
      "advance-postings": advancePostings,
      "remind-of-closing": remindOfClosing,
      "check-domains": checkDomains,
      "scan-files": scanFiles,
      "erase-file": eraseStored,
      "clean-files": cleanFiles,
      "remind-of-interviews": remindOfInterviews,
      "delete-accounts": deleteAccounts,
      "erase-applications": eraseOldApplications,
    },
  });
  stopDelivering();
  await (await watching).stop();
  await mailbox?.stop();
  await closeDatabase();
  return 0;
}

async function forgetOldThings() {
  await housekeep();
  await deleteOldUnsentForms();
  await forgetResumeDrafts();
  await forgetDrafts();
  await forgetChanges();
  await forgetProfileChanges();
  await forgetPublicChanges();
  await forgetRemoved();
  await forgetMemberInvitations();
  await forgetDomainCodes();
  await forgetDeliveries();
  await forgetImports();
  await forgetUnknownNames();
  await forgetBounces();
}
