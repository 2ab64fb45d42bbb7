import { formatTime } from "@/app/_parts/dates";

/** Who reviews something until when, for an admin to read. */
export const claimWords = (
  claim: { adminId: string; name: string; until: string },
  admin: { userId: string },
) =>
  `${claim.adminId === admin.userId ? "You are" : `${claim.name} is`} reviewing it until ${formatTime(new Date(claim.until))}.`;
