/** Each task of the worker with what it is given. */
export type Tasks = {
  "deliver-event": { eventId: number };
  "send-mail": Mail;
  "announce-event": { eventId: number };
  "import-postings": { runId: string; actorId: string };
  "send-webhook": { deliveryId: string };
  housekeeping: Record<string, never>;
  "refresh-terms": Record<string, never>;
  "refresh-pay-figures": Record<string, never>;
  "send-alerts": Record<string, never>;
  "answer-closed": Record<string, never>;
  "send-bundles": Record<string, never>;
  "advance-applications": Record<string, never>;
  "advance-postings": Record<string, never>;
  "remind-of-closing": Record<string, never>;
  "check-domains": Record<string, never>;
  "scan-files": Record<string, never>;
  "erase-file": { id: string };
  "clean-files": Record<string, never>;
  "remind-of-interviews": Record<string, never>;
  "delete-accounts": Record<string, never>;
  "erase-applications": Record<string, never>;
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
  /** What the mail lists, each with what is said of it and, where something is asked, the answers as links. */
  items?: MailItem[];
  action?: { label: string; url: string };
  /** An entry of a calendar that is attached: it adds or changes the entry, or removes it. */
  calendar?: { method: "REQUEST" | "CANCEL"; content: string };
  /** Where mails of this kind end: a page for people, and an address that takes one POST from a mail program (RFC 8058). */
  stop?: { label: string; pageUrl: string; postUrl: string };
  /** Why the reader gets this. */
  reason: string;
};

export type MailItem = {
  title: string;
  url: string;
  lines: string[];
  question?: { text: string; answers: { label: string; url: string }[] };
};
