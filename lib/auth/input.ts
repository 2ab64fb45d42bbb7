import { z } from "zod";

/** Who is signed in, as of this request. The first argument of every private read and write. */
export type Actor = {
  userId: string;
  email: string;
  name: string | null;
  isAdmin: boolean;
  /** When this session began: some actions ask for a fresh one. */
  signedInAt: Date;
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

export const RequestCode = z.strictObject({ email: Email, next: Next });
export type RequestCode = z.output<typeof RequestCode>;

export const RedeemCode = z.strictObject({
  code: z.string({ error: "Enter the code from the e-mail." }).max(40, "A code has 8 characters."),
  next: Next,
});
export type RedeemCode = z.output<typeof RedeemCode>;

export const DemoSignIn = z.strictObject({
  email: z.enum(["candidate@example.com", "employer@example.com", "admin@example.com"]),
  next: Next,
});
export type DemoSignIn = z.output<typeof DemoSignIn>;

/** The services that one may sign in with, where they are configured. */
export const providerIds = ["github", "google", "linkedin"] as const;
export type ProviderId = (typeof providerIds)[number];

export const ProviderSignIn = z.strictObject({ provider: z.enum(providerIds), next: Next });
export type ProviderSignIn = z.output<typeof ProviderSignIn>;
