import { DomainError } from "@/lib/errors";
import { urlOf } from "@/lib/url";
import type { Actor, Admin } from "./input";

/** Letters and digits that cannot be taken for one another. */
export const codeAlphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
export const codeLength = 8;
export const codeMinutes = 10;
export const codeTries = 5;
/** How long the codes for another address are good, in minutes. */
export const addressMinutes = 60;
/** How many days who has the old address may take it back, and how long after that the address stays. */
export const addressDays = 7;
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
  const url = next?.startsWith("/") ? urlOf(next, base) : null;
  if (!url) return "/";
  // Taking the dots out of "/.//elsewhere" leaves what browsers take for another host.
  const isOwn = url.origin === base && !url.pathname.startsWith("//");
  return isOwn ? url.pathname + url.search + url.hash : "/";
}

/** Minutes after signing in for which somebody may do what changes the rights of others, or cannot be undone. */
const freshMinutes = 10;

/** Throws `unauthenticated` unless the actor signed in a short while ago: an open screen, or a stolen session, is not enough. */
export function refuseUnlessFresh({ signedInAt }: Pick<Actor, "signedInAt">, now: Date) {
  if (now.getTime() - signedInAt.getTime() > freshMinutes * 60_000)
    throw new DomainError(
      "unauthenticated",
      `To do this, sign in again: it is more than ${freshMinutes} minutes since you signed in.`,
    );
}
