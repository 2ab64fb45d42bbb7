import type { TaskHandlers } from "./worker";

const nothing = async () => {};

/** A worker's handlers that do nothing, for tests that give those that they are about. */
export const idleHandlers: TaskHandlers = {
  "deliver-event": nothing,
  "send-mail": nothing,
  "announce-event": nothing,
  "send-webhook": nothing,
  "import-postings": nothing,
  housekeeping: nothing,
  "refresh-terms": nothing,
  "send-alerts": nothing,
  "answer-closed": nothing,
  "advance-applications": nothing,
  "send-bundles": nothing,
  "advance-postings": nothing,
  "remind-of-closing": nothing,
  "refresh-pay-figures": nothing,
  "check-domains": nothing,
  "scan-files": nothing,
  "erase-file": nothing,
  "clean-files": nothing,
  "remind-of-interviews": nothing,
  "delete-accounts": nothing,
  "erase-applications": nothing,
};
