import { StatusMark } from "@/app/_ui/status-mark";
import type { listCompaniesForAdmin } from "@/lib/moderation/queries/companies";

type Company = Awaited<ReturnType<typeof listCompaniesForAdmin>>["companies"][number];

/** Where a company stands, in a word: what matters most to an admin. */
export function CompanyStanding({
  company: { suspendedAt, closedAt, isClaimed, isPublic, verifiedBy },
}: {
  company: Pick<Company, "suspendedAt" | "closedAt" | "isClaimed" | "isPublic" | "verifiedBy">;
}) {
  if (suspendedAt) return <StatusMark tone="bad">Suspended</StatusMark>;
  if (closedAt) return <StatusMark tone="neutral">Closed</StatusMark>;
  if (!isClaimed) return <StatusMark tone="warning">No members</StatusMark>;
  if (!isPublic) return <StatusMark tone="waiting">Not public yet</StatusMark>;
  return verifiedBy ? (
    <StatusMark tone="good">Verified</StatusMark>
  ) : (
    <StatusMark tone="neutral">Not verified</StatusMark>
  );
}
