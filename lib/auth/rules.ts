import { DomainError } from "@/lib/errors";
import type { Actor, Admin } from "./input";

/** Letters and digits that cannot be taken for one another. */
export const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
export const codeLength = 8;
export const codeMinutes = 10;
export const codeTries = 5;
/** How long a browser that signed in with an address may ask for a code to it, whatever strangers do. */
export const knownBrowserDays = 180;

const hour = 3_600_000;
/** How long a session lasts, in milliseconds: those who may act for a company or the board sign in daily. */
export const sessionLength = (may: { isAdmin: boolean; isMember: boolean }) =>
  may.isAdmin || may.isMember ? 12 * hour : 30 * 24 * hour;

/** A code as typed, without the spaces, dashes and case that people add. */
export const normaliseCode = (typed: string) => typed.replace(/[\s-]/g, "").toUpperCase();

/** The actor as admin. To others the page is not there: throws `not_found`. */
export function asAdmin(actor: Actor): Admin {
  if (!actor.isAdmin) throw new DomainError("not_found", "This page does not exist.");
  return actor as Admin;
}

/** The path, query and fragment of `next` if it stays on this site, else "/". Decided by parsing, as a browser would. */
export function ownPath(next: string | undefined | null): string {
  const base = "http://own.invalid";
  if (!next?.startsWith("/") || !URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  // Taking the dots out of "/.//elsewhere" leaves what browsers take for another host.
  const isOwn = url.origin === base && !url.pathname.startsWith("//");
  return isOwn ? url.pathname + url.search + url.hash : "/";
}
