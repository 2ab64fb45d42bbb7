/** Each task of the worker with what it is given. */
export type Tasks = {
  "deliver-event": { eventId: number };
  "send-mail": Mail;
  housekeeping: Record<string, never>;
  "refresh-terms": Record<string, never>;
};

/** A mail as the worker sends it: content, not markup. `key` is sent once, however often the job is tried. */
export type Mail = {
  key: string;
  to: string;
  subject: string;
  heading: string;
  paragraphs: string[];
  /** Shown large and alone, to be copied. */
  code?: string;
  action?: { label: string; url: string };
  /** Why the reader gets this. */
  reason: string;
};
