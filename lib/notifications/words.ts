import type { MailKind, MailTime } from "./lists";

/** What each kind of mail is about. */
export const mailWords: Record<MailKind, string> = {
  answers: "Answers to your applications",
  messages: "Messages in applications",
  posting_changes: "Changes of postings that you applied to",
  invitations: "Invitations to apply",
  saved_postings: "Saved postings that close soon",
  files: "Files of yours that are not safe",
  new_applicants: "New applicants",
  answers_due: "Answers that are due or overdue",
  withdrawals: "Applications that were withdrawn",
  postings: "The life of your postings: approved, to be confirmed, ending",
  mentions: "Notes that mention you",
};

export const timeWords: Record<MailTime, string> = {
  now: "At once",
  daily: "Once a day",
  never: "Never",
};

/** The kinds that members of a company choose for; the others are for candidates. */
export const memberKinds: readonly MailKind[] = [
  "messages",
  "new_applicants",
  "answers_due",
  "withdrawals",
  "postings",
  "mentions",
];
export const candidateKinds: readonly MailKind[] = [
  "answers",
  "messages",
  "posting_changes",
  "invitations",
  "saved_postings",
  "files",
];
