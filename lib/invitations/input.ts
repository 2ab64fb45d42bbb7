import { z } from "zod";

export const OpenProfile = z.strictObject({ postingId: z.uuid(), candidateId: z.uuid() });
export type OpenProfile = z.output<typeof OpenProfile>;

export const InviteCandidate = z.strictObject({
  postingId: z.uuid(),
  candidateId: z.uuid(),
  message: z
    .string({ error: "Explain why you are writing to them." })
    .trim()
    .min(20, "Explain in at least one sentence why you are writing to them.")
    .max(1000, "At most 1,000 characters."),
});
export type InviteCandidate = z.output<typeof InviteCandidate>;

export const OwnInvitation = z.strictObject({ id: z.uuid() });
export type OwnInvitation = z.output<typeof OwnInvitation>;
