import type { DeliveryFault, DeliveryState, testType, WebhookType } from "./lists";

/** What each event is, as a line of a list to choose from. */
export const typeWords: Record<WebhookType | typeof testType, string> = {
  "posting.published": "A posting was published",
  "posting.changed": "The text, reality card or promise of a live posting changed",
  "posting.revised": "The pay, requirements or place of a live posting changed",
  "posting.paused": "A posting was paused",
  "posting.resumed": "A posting was resumed",
  "posting.closed": "A posting was closed",
  "posting.reopened": "The closing of a posting was undone",
  "posting.expired": "A posting expired",
  "posting.sent_back": "A posting was sent back by our review",
  "posting.frozen": "A posting was frozen",
  "posting.unfrozen": "A frozen posting is public again",
  "posting.removed": "A posting was removed by our review",
  "application.submitted": "An application came in",
  "application.moved": "An application was moved",
  "application.withdrawn": "An application was withdrawn",
  "application.restored": "A withdrawal was undone",
  "application.message_sent": "A message was sent in an application",
  "application.erased": "An application was erased with the account of its applicant",
  "company.suspended": "The company was suspended, and its postings hidden",
  "company.unsuspended": "The suspension was lifted, and the postings are shown again",
  "company.merged": "Another company was merged into this one, with its postings",
  "webhook.test": "A test",
};

export const stateWords: Record<DeliveryState, string> = {
  waiting: "Not delivered yet",
  delivered: "Delivered",
  failed: "Not delivered",
};

/** What came of a try, as a sentence. */
export function tryInWords({
  status,
  fault,
}: {
  status: number | null;
  fault: DeliveryFault | null;
}): string {
  const answered = status === null ? "" : `Your program answered ${status}`;
  if (fault === null) return `${answered}.`;
  return {
    name: "We could not find the domain of this address.",
    address: "The domain of this address leads to a network that is not public.",
    connection:
      status === null
        ? "We could not connect, or the connection broke before an answer came."
        : `${answered}, but the connection broke before the end.`,
    certificate: "The certificate of this address is not valid.",
    time:
      status === null
        ? "No answer came within 7 seconds."
        : `${answered}, but did not finish within 7 seconds.`,
    status: `${answered}. We expect a status from 200 to 299.`,
    redirect: `${answered}, which leads elsewhere. We follow no redirects: enter the final address.`,
    encoding: `${answered}, but with a compressed body, which we do not read.`,
    size: `${answered}, but with more than 100 KB.`,
  }[fault];
}
