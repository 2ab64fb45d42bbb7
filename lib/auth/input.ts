import { z } from "zod";
import { providerIds } from "./lists";

/** Who is signed in, as of this request. The first argument of every private read and write. */
export type Actor = {
  userId: string;
  email: string;
  name: string | null;
  isAdmin: boolean;
  /** When this session began: some actions ask for a fresh one. */
  signedInAt: Date;
  /** When this account will be deleted; null unless its owner asked for that. */
  deletionAt: Date | null;
};

declare const admin: unique symbol;
/** An actor that was shown to be an admin, by `asAdmin`. */
export type Admin = Actor & { [admin]: true };

/** An e-mail address as typed, in lower case. */
export const Email = z
  .string({ error: "Enter your e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long.")
  .pipe(z.email("Enter an e-mail address like name@example.com."));

/** Where to go afterwards: a path of this site, or nothing. */
const Next = z.string().max(2000).optional();

/** A field that is hidden from people: what fills it in is a robot. */
const Trapped = z.string().max(500).optional();

export const RequestCode = z.strictObject({ email: Email, next: Next, website: Trapped });
export type RequestCode = z.output<typeof RequestCode>;

/** A code as typed from a mail. */
const Code = z.string({ error: "Enter the code from the e-mail." }).max(40, "A code has 8 characters.");

export const RedeemCode = z.strictObject({
  code: Code,
  next: Next,
});
export type RedeemCode = z.output<typeof RedeemCode>;

export const DemoSignIn = z.strictObject({
  email: z.enum(["candidate@example.com", "employer@example.com", "admin@example.com"]),
  next: Next,
});
export type DemoSignIn = z.output<typeof DemoSignIn>;

export const OneSession = z.strictObject({ id: z.uuid() });
export type OneSession = z.output<typeof OneSession>;

export const OneUser = z.strictObject({ id: z.uuid() });
export type OneUser = z.output<typeof OneUser>;

/** Why something is suspended, in words for those whom it concerns. */
export const SuspendReason = z
  .string({ error: "Enter a reason. They read it." })
  .trim()
  .min(10, "Enter a reason of at least 10 characters. They read it.")
  .max(1000, "At most 1,000 characters.");

export const SuspendUser = z.strictObject({ id: z.uuid(), reason: SuspendReason });
export type SuspendUser = z.output<typeof SuspendUser>;

export const ProviderSignIn = z.strictObject({ provider: z.enum(providerIds), next: Next });
export type ProviderSignIn = z.output<typeof ProviderSignIn>;

export const OneService = z.strictObject({ provider: z.enum(providerIds) });
export type OneService = z.output<typeof OneService>;

export const AskForAddress = z.strictObject({ email: Email });
export type AskForAddress = z.output<typeof AskForAddress>;

export const ChangeAddress = z.strictObject({ newCode: Code, oldCode: Code });
export type ChangeAddress = z.output<typeof ChangeAddress>;

export const RestoreAddress = z.strictObject({ token: z.string().max(100) });
export type RestoreAddress = z.output<typeof RestoreAddress>;
