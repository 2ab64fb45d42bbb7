import { inTransaction } from "@/db/client";
import { sendMail } from "@/lib/email/commands";
import { findEvent } from "@/lib/events/queries";
import { letters } from "./letters";

/** The worker's task: tells those whom an event concerns. Tried again it sends nothing twice: each mail is keyed by event and reader. */
export async function deliverEvent({ eventId }: { eventId: number }) {
  const event = await findEvent(eventId);
  const write = event && letters[event.type];
  if (!event || !write) return;
  const mails = await write(event);
  if (mails.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { reader, ...mail } of mails)
      await sendMail(tx, { ...mail, key: `event-${event.id}-${reader}` });
  });
}
