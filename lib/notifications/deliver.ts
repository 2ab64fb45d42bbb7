import { inTransaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { settings } from "@/lib/env";
import { findEvent } from "@/lib/events/queries";
import { noteNotification } from "./commands";
import { stopOf } from "./mail-parts";
import { mailsOf } from "./mails";
import { isMailedEvent, kindOf } from "./rules";

/**
 * The worker's task: tells those whom an event concerns, on their page of notifications and by mail when they want it. Tried again it tells
 * nobody twice: each is noted once for event and reader, and the mail is keyed by both.
 */
export async function deliverEvent({ eventId }: { eventId: number }) {
  const event = await findEvent(eventId);
  if (!event || !isMailedEvent(event)) return;
  const mails = await mailsOf(event);
  if (mails.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { reader, ...mail } of mails) {
      if (reader === null) {
        await sendMail(tx, { ...mail, key: `event-${event.id}` });
        continue;
      }
      const kind = kindOf(event, reader);
      const { isMailed } = await noteNotification(tx, {
        userId: reader,
        eventId: event.id,
        applicationId: "applicationId" in event ? event.applicationId : null,
        kind,
        title: mail.heading,
        path: mail.action ? pathOf(mail.action.url) : "/notifications",
      });
      if (!isMailed) continue;
      const stop = mail.stop ?? (kind ? stopOf({ userId: reader, kind }) : undefined);
      await sendMail(tx, { ...mail, ...(stop && { stop }), key: `event-${event.id}-${reader}` });
    }
  });
}

/** A page of ours from the root of the site. */
const pathOf = (url: string) => url.slice(settings().APP_URL.length) || "/";
