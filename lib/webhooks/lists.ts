/** The events that a company's program can be told of, by their names in the record of events. */
export const webhookTypes = [
  "posting.published",
  "posting.changed",
  "posting.revised",
  "posting.paused",
  "posting.resumed",
  "posting.closed",
  "posting.reopened",
  "posting.expired",
  "posting.sent_back",
  "posting.frozen",
  "posting.unfrozen",
  "posting.removed",
  "application.submitted",
  "application.moved",
  "application.withdrawn",
  "application.restored",
  "application.message_sent",
  "application.erased",
  "company.suspended",
  "company.unsuspended",
  "company.merged",
] as const;
export type WebhookType = (typeof webhookTypes)[number];

/** What is sent when a member presses "Send a test". */
export const testType = "webhook.test";

export const deliveryStates = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a request did not succeed. */
export const deliveryFaults = [
  "name",
  "address",
  "connection",
  "certificate",
  "time",
  "status",
  "redirect",
  "encoding",
  "size",
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];
