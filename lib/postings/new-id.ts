import { v7 } from "uuid";

/**
 * The id for a new posting. It begins with the time (version 7 of RFC 9562), so what belongs to postings of one time lies together in the
 * indexes, and PostgreSQL reads them from end to end with few misses.
 */
export const newPostingId = (): string => v7();
