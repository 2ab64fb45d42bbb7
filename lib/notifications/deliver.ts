import { inTransaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { findEvent } from "@/lib/events/queries";
import { mailsOf } from "./mails";

/** The worker's task: tells those whom an event concerns. Tried again it sends nothing twice: each mail is keyed by event and reader. */
export async function deliverEvent({ eventId }: { eventId: number }) {
  const event = await findEvent(eventId);
  if (!event) return;
  const mails = await mailsOf(event);
  if (mails.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { reader, ...mail } of mails)
      await sendMail(tx, { ...mail, key: `event-${event.id}-${reader}` });
  });
}
