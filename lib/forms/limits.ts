import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { type Database, db } from "@/db/client";
import { withOwnPatience } from "@/db/patience";
import { rateLimits } from "@/db/schema/auth";
import { hashSecret } from "@/lib/auth/hash";
import type { Actor } from "@/lib/auth/input";
import { isNewAccount } from "@/lib/auth/queries";
import { dayMs } from "@/lib/days";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { logger } from "@/lib/log";
import { counted } from "@/lib/plural";

/** How often one person, or one address, may do a thing. */
const limits = {
  /** Actions of someone signed in, by user. */
  action: { points: 120, duration: 60 },
  /** Actions without an account, by address. */
  publicAction: { points: 60, duration: 60 },
  /** Forms kept for somebody who has to sign in again, by address: each is a row of up to 100,000 characters. */
  unsentForm: { points: 30, duration: 60 * 60 },
  /** Codes asked for from one network: how many strangers it can have us write to. */
  codesFrom: { points: 10, duration: 15 * 60 },
  /** From one network to one address: how far it can keep that person from a code. */
  codesFromTo: { points: 8, duration: 15 * 60 },
  /** To one address, from all networks together: how much we write to one person. */
  codesTo: { points: 20, duration: 15 * 60 },
  /** Logos that are made, by user. */
  logo: { points: 20, duration: 60 * 60 },
  /** Codes to addresses at a company's domain, by company. */
  domainCodes: { points: 10, duration: 60 * 60 },
  /** Of a browser that signed in with this address before. It counts nowhere else, so an office shares no limit. */
  codesKnown: { points: 8, duration: 15 * 60 },
  /** Challenges for passkeys, by network: each is a row. A page of sign-in asks for one by itself. */
  passkeyChallenge: { points: 120, duration: 15 * 60 },
  /** Sign-ins with a passkey, by network. */
  passkeyFrom: { points: 30, duration: 15 * 60 },
  /** Changes of the address that are asked for, by user: each writes to somebody who may be a stranger. */
  address: { points: 5, duration: dayMs / 1000 },
  /** Seconds of reading résumés, by user: each takes a process of its own, and there are two for everybody. */
  resumeSeconds: { points: 30, duration: 10 * 60 },
  /** Reports of postings without an account, by address. */
  reportFrom: { points: 5, duration: dayMs / 1000 },
  /** What a posting would lead to while it is written, by user: each counts over all candidates. */
  outlook: { points: 90, duration: 60 },
  /** Exports of everything about a person, by user: each reads all tables that hold something about them. */
  dataExport: { points: 10, duration: dayMs / 1000 },
  /** Exports of the audit, by admin. */
  auditExport: { points: 30, duration: dayMs / 1000 },
} as const;

/**
 * What reaches others, or costs them work: how often an account may do it, how often one that is younger than a day, and how often all accounts
 * from one network together.
 */
const deeds = {
  /** Postings that are submitted for review: each is an admin's work. */
  posting: {
    points: 1_000,
    ofNew: 20,
    fromNetwork: 2_000,
    duration: dayMs / 1000,
    words: "submit # postings",
  },
  company: { points: 10, ofNew: 3, fromNetwork: 60, duration: dayMs / 1000, words: "create # companies" },
  /** Invitations to candidates, beside the limit of the company. */
  invitation: {
    points: 200,
    ofNew: 20,
    fromNetwork: 1_000,
    duration: dayMs / 1000,
    words: "invite # candidates",
  },
  /** Invitations to become a member: each writes to a stranger, and anyone can create companies. */
  memberInvitation: {
    points: 30,
    ofNew: 10,
    fromNetwork: 300,
    duration: dayMs / 1000,
    words: "invite # colleagues",
  },
  /** Messages in applications. */
  message: { points: 60, ofNew: 20, fromNetwork: 600, duration: 60 * 60, words: "send # messages" },
  report: { points: 20, ofNew: 5, fromNetwork: 100, duration: dayMs / 1000, words: "report # postings" },
  /** Files of postings: each is read in a process of its own. */
  import: { points: 20, ofNew: 5, fromNetwork: 100, duration: dayMs / 1000, words: "import # files" },
  application: {
    points: 50,
    ofNew: 20,
    fromNetwork: 500,
    duration: dayMs / 1000,
    words: "send # applications",
  },
} as const;
export type Deed = keyof typeof deeds;

declare global {
  var backplaneLimits: WeakMap<Database, Map<string, RateLimiterDrizzle>> | undefined;
}

/** Counts a use of `what` by `who`, or `points` of it; throws `rate_limited` with the seconds to wait when that was too much. */
export async function countUse(what: keyof typeof limits, who: string, points = 1) {
  try {
    await limiter(what, limits[what]).consume(who, points);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new DomainError(
      "rate_limited",
      `Too many attempts. Try again in ${waitInWords(refused.msBeforeNext)}.`,
    );
  }
}

/** Who does something that is limited: an account, and where it comes from; null where a program of theirs does it. */
export type Doer = { actor: Pick<Actor, "userId">; address: string | null };

/**
 * Runs `work` and counts it as a deed of an account, or as `points` of them; where it is refused or fails, it does not count, and `uses` says
 * how much of it counts otherwise. Throws `rate_limited`, in words that say what the limit is, when that was too much.
 */
export async function countDeed<T>(
  deed: Deed,
  { actor, address }: Doer,
  work: () => Promise<T>,
  { points = 1, uses = () => points }: { points?: number; uses?: (result: T) => number } = {},
): Promise<T> {
  const { ofNew, fromNetwork, duration, words, points: most } = deeds[deed];
  const isNew = await isNewAccount(actor);
  const counts = [
    {
      limit: limiter(isNew ? `${deed}OfNew` : deed, { points: isNew ? ofNew : most, duration }),
      who: actor.userId,
      whose: isNew ? "Accounts that are younger than a day can" : "You can",
    },
    ...(address === null
      ? []
      : [
          {
            limit: limiter(`${deed}FromNetwork`, { points: fromNetwork, duration }),
            who: address,
            whose: "Everybody in your network together can",
          },
        ]),
  ];
  const taken: typeof counts = [];
  let used = 0;
  try {
    for (const one of counts) {
      const { isRefused, seconds } = await use(one.limit, one.who, points);
      taken.push(one);
      if (!isRefused) continue;
      const amount = words.replace("#", one.limit.points.toLocaleString("en"));
      const span = duration === dayMs / 1000 ? "a day" : "an hour";
      throw new DomainError(
        "rate_limited",
        `${one.whose} ${amount} ${span}. Try again in ${waitInWords(seconds * 1000)}.`,
      );
    }
    const result = await work();
    used = uses(result);
    return result;
  } finally {
    const left = points - used;
    if (left > 0) await Promise.all(taken.map(({ limit, who }) => giveBack(limit, who, left)));
  }
}

/** Whoever waited in vain for a busy database has no patience left for this: then it is done behind them. */
function giveBack(limit: RateLimiterDrizzle, who: string, points: number): Promise<unknown> {
  return limit.reward(who, points).catch(() => {
    withOwnPatience(() => limit.reward(who, points)).catch((error: unknown) =>
      logger.warn({ err: error }, "a use of a limit was not given back"),
    );
  });
}

/** "45 seconds", "12 minutes", "20 hours". */
function waitInWords(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes <= 2) return counted(Math.ceil(ms / 1000), "second");
  return minutes <= 120 ? counted(Math.ceil(minutes), "minute") : counted(Math.ceil(minutes / 60), "hour");
}

/** Runs work that may take `most` seconds and counts them as used by `who`; what it did not need is given back. Throws `rate_limited`. */
export async function countSeconds<T>(
  what: keyof typeof limits,
  who: string,
  most: number,
  work: () => Promise<T>,
): Promise<T> {
  await countUse(what, who, most);
  const began = performance.now();
  try {
    return await work();
  } finally {
    const left = most - Math.ceil((performance.now() - began) / 1000);
    if (left > 0) await limiter(what, limits[what]).reward(who, left);
  }
}

/**
 * Counts a code asked for; throws as `countUse`. `knownBrowser` is the browser's secret where it signed in with this address before:
 * what strangers do then counts for nothing.
 */
export async function countCode(email: string, network: string, knownBrowser: string | null) {
  if (knownBrowser) return countUse("codesKnown", hashSecret(knownBrowser));
  // What one network is refused does not count for the others.
  await countUse("codesFromTo", `${network} ${email}`);
  await countUse("codesFrom", network);
  await countUse("codesTo", email);
}

/** Counts a code that a company has sent to an address at its domain, by company and by network; throws as `countUse`. */
export async function countDomainCode(companyId: string, network: string) {
  await countUse("domainCodes", companyId);
  await countUse("codesFrom", network);
}

/** What counting a use found. `seconds` is how long to wait until the count begins anew. */
type Use = { isRefused: boolean; remaining: number; seconds: number };

/**
 * Counts a request of the API or for a feed by this address. Returns the standard headers that say so; none with API_RATE_LIMIT=0, which is no
 * limit.
 */
export async function countApiRequest(
  address: string,
): Promise<{ headers: Record<string, string>; refused: { perMinute: number; seconds: number } | null }> {
  const perMinute = settings().API_RATE_LIMIT;
  if (perMinute === 0) return { headers: {}, refused: null };
  const { isRefused, remaining, seconds } = await use(
    limiter(`api${perMinute}`, { points: perMinute, duration: 60 }),
    address,
    1,
  );
  return {
    headers: {
      "RateLimit-Policy": `"minute";q=${perMinute};w=60`,
      RateLimit: `"minute";r=${remaining};t=${seconds}`,
    },
    refused: isRefused ? { perMinute, seconds } : null,
  };
}

/** Characters of text that the API reads for one address in a minute. */
export const textPerMinute = 2_000_000;

/** Counts characters of text that the API reads for this address. API_RATE_LIMIT=0 is no limit. */
export async function countText(
  address: string,
  characters: number,
): Promise<Pick<Use, "isRefused" | "seconds">> {
  if (settings().API_RATE_LIMIT === 0) return { isRefused: false, seconds: 0 };
  return use(limiter("text", { points: textPerMinute, duration: 60 }), address, characters);
}

async function use(limit: RateLimiterDrizzle, address: string, points: number): Promise<Use> {
  const used = await limit.consume(address, points).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  });
  return {
    isRefused: used.consumedPoints > limit.points,
    remaining: used.remainingPoints,
    seconds: Math.max(1, Math.ceil(used.msBeforeNext / 1000)),
  };
}

/** A limiter counts on the connections that it was made with, so each pool has its own. */
function limiter(name: string, options: { points: number; duration: number }) {
  const on = db();
  globalThis.backplaneLimits ??= new WeakMap();
  const limiters = globalThis.backplaneLimits.get(on) ?? new Map<string, RateLimiterDrizzle>();
  globalThis.backplaneLimits.set(on, limiters);
  let found = limiters.get(name);
  if (!found) {
    found = new RateLimiterDrizzle({
      storeClient: on,
      schema: rateLimits,
      keyPrefix: name,
      clearExpiredByTimeout: false,
      ...options,
    });
    limiters.set(name, found);
  }
  return found;
}
