import { z } from "zod";

/** So many days nothing but codes is sent to an address that was refused for good. */
export const bounceDays = 7;

const Refusal = z.object({
  command: z.literal("RCPT TO"),
  responseCode: z.number().int().min(500).max(599),
  response: z.string(),
});

/**
 * The code with which a mail server refused the address of a mail for good; null for every other failure. A refusal by policy (5.7.x of
 * RFC 3463) is none: it is about us, who may not send through that server, and would hold for every address.
 */
export function bounceCodeOf(error: unknown): number | null {
  const { data: refusal } = Refusal.safeParse(error);
  return refusal && !/^\d{3}[ -]5\.7\./.test(refusal.response) ? refusal.responseCode : null;
}
