import { createHmac, timingSafeEqual } from "node:crypto";
import { settings } from "@/lib/env";

/** How long a browser that was sent to another service may take to come back. */
export const linkMinutes = 15;

const sign = (provider: string, session: string, until: number) =>
  createHmac("sha256", settings().AUTH_SECRET ?? "")
    .update(`link\n${provider}\n${session}\n${until}`)
    .digest();

/** What a browser carries that was sent to a service to link an account there: it counts with this session alone, for a quarter of an hour. */
export function writeLinkTicket(provider: string, session: string): string {
  const until = Date.now() + linkMinutes * 60_000;
  return `${until}.${sign(provider, session, until).toString("base64url")}`;
}

/** Whether the ticket is ours, for this service and session, and still counts. */
export function readLinkTicket(ticket: string, provider: string, session: string): boolean {
  const [until = "", signature = ""] = ticket.split(".");
  const given = Buffer.from(signature, "base64url");
  const right = sign(provider, session, Number(until));
  return (
    session !== "" &&
    given.length === right.length &&
    timingSafeEqual(given, right) &&
    Number(until) > Date.now()
  );
}
