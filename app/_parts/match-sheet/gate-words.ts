import type { GateName } from "@/lib/matching/rules/gates";

/** What the gates are called. */
export const gateWords: Record<GateName, string> = {
  pay: "Pay",
  place: "Place",
  timezone: "Time zone",
  employment: "Employment",
};
