/** The kinds of mail that a person chooses for. Receipts and decisions on one's own company or posting always come at once. */
export const mailKinds = [
  "answers",
  "messages",
  "posting_changes",
  "invitations",
  "saved_postings",
  "files",
  "new_applicants",
  "answers_due",
  "withdrawals",
  "postings",
  "mentions",
] as const;
export type MailKind = (typeof mailKinds)[number];

/** When mails of a kind come. */
export const mailTimes = ["now", "daily", "never"] as const;
export type MailTime = (typeof mailTimes)[number];
