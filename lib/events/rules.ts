import { webhookTypes } from "@/lib/webhooks/lists";
import { mailedTypes } from "./input";

const mailed = new Set<string>(mailedTypes);

/**
 * Whether the worker has mails to write about an event. A posting that the system itself published was imported for a company without
 * members, so there is nobody to write to.
 */
export const isMailed = ({ type, actorId }: { type: string; actorId: string | null }) =>
  mailed.has(type) && !(type === "posting.published" && actorId === null);

const announced = new Set<string>(webhookTypes);

/** Whether a webhook may ask for events of its type. */
export const isAnnounced = ({ type }: { type: string }) => announced.has(type);
