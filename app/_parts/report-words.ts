import type { ReportReason } from "@/lib/reports/lists";

/** What is wrong, as one who reports chooses it and an admin reads it. */
export const reportWords: Record<ReportReason, string> = {
  scam: "It looks like a scam",
  payment: "It asks candidates for money or bank details",
  not_open: "The role is filled or does not exist",
  misleading: "Pay, place or requirements are not true",
  discriminating: "It discriminates against people",
  not_a_job: "It is no job, such as a course or an advert for a service",
  other: "Something else",
};
