import { mailedTypes } from "./input";

const mailed = new Set<string>(mailedTypes);

/**
 * Whether the worker has mails to write about an event. A posting that the system itself published was imported for a company without
 * members, so there is nobody to write to.
 */
export const isMailed = ({ type, actorId }: { type: string; actorId: string | null }) =>
  mailed.has(type) && !(type === "posting.published" && actorId === null);
