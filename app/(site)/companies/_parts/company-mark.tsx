import { StatusMark } from "@/app/_ui/status-mark";

/** Whether anyone answers for a company here, and how it was verified. */
export type Standing = { claimed: boolean; verifiedBy: "email" | "dns" | null };

/** Whether it was shown to be who it says, and whether anyone answers here. */
export function CompanyMark({ company: { claimed, verifiedBy } }: { company: Standing }) {
  if (!claimed)
    return (
      <StatusMark tone="warning" mark="out">
        Not answered here
      </StatusMark>
    );
  if (!verifiedBy) return <StatusMark tone="neutral">Not verified</StatusMark>;
  return <StatusMark tone="good">Verified by {verifiedWords[verifiedBy]}</StatusMark>;
}

/** How a company was verified. */
export const verifiedWords: Record<NonNullable<Standing["verifiedBy"]>, string> = {
  email: "e-mail domain",
  dns: "DNS record",
};
