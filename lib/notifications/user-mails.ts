import { providerNames } from "@/lib/auth/lists";
import { at, type EventMail, type Mails, objection } from "./mail-parts";
import { findMemberFacts } from "./queries/facts";

type Told = Pick<EventMail, "subject" | "heading" | "paragraphs" | "action">;

/** A mail to the person whose account it is about. */
async function toUser(
  { data: { userId } }: { data: { userId: string } },
  write: (facts: { suspendReason: string | null }) => Told,
): Promise<EventMail[]> {
  const user = await findMemberFacts(userId);
  if (!user) return [];
  return [
    {
      ...write(user),
      reader: userId,
      to: user.email,
      reason: "You received this e-mail because you have an account on Backplane.",
    },
  ];
}

/** What to do about a change of the account that its owner did not make. */
const ifNotYou =
  "If this was not you, open your settings, sign out everywhere else, and remove the passkeys and services that you do not know.";

/** The mails about what changes who may sign in with an account, and what admins do with it. */
export const userMails = {
  "user.suspended": (event) =>
    toUser(event, ({ suspendReason }) => ({
      subject: "Your account is suspended",
      heading: "Your account is suspended",
      paragraphs: [
        "An admin suspended your account. You were signed out everywhere, and you cannot sign in.",
        ...(suspendReason ? [`Reason: ${suspendReason}`] : []),
        objection(),
      ],
    })),
  "user.unsuspended": (event) =>
    toUser(event, () => ({
      subject: "Your account is not suspended any more",
      heading: "Your account is not suspended any more",
      paragraphs: ["An admin lifted the suspension. You can sign in again."],
      action: { label: "Sign in", url: at("/sign-in") },
    })),
  "user.granted_admin": (event) =>
    toUser(event, () => ({
      subject: "You are now an admin",
      heading: "You are now an admin of Backplane",
      paragraphs: [
        "You can review postings, and decide about companies and accounts. Sign in again to begin.",
      ],
      action: { label: "Open the desk", url: at("/admin") },
    })),
  "user.revoked_admin": (event) =>
    toUser(event, () => ({
      subject: "You are no longer an admin",
      heading: "You are no longer an admin of Backplane",
      paragraphs: ["An admin took the role from you. Your account stays. Sign in again to go on."],
      action: { label: "Sign in", url: at("/sign-in") },
    })),
  "service.linked": (event) =>
    toUser(event, () => ({
      subject: `${providerNames[event.data.provider]} was linked to your account`,
      heading: `${providerNames[event.data.provider]} was linked to your account`,
      paragraphs: [
        `Whoever has that ${providerNames[event.data.provider]} account can sign in as you, without a code.`,
        ifNotYou,
      ],
      action: { label: "See your services", url: at("/settings/services") },
    })),
  "service.unlinked": (event) =>
    toUser(event, () => ({
      subject: `${providerNames[event.data.provider]} is not linked to your account any more`,
      heading: `${providerNames[event.data.provider]} is not linked to your account any more`,
      paragraphs: ["You can always sign in with a code by e-mail.", ifNotYou],
      action: { label: "See your services", url: at("/settings/services") },
    })),
  "passkey.added": (event) =>
    toUser(event, () => ({
      subject: "A passkey was added to your account",
      heading: "A passkey was added to your account",
      paragraphs: ["Whoever has this passkey can sign in as you, without a code.", ifNotYou],
      action: { label: "See your passkeys", url: at("/settings/passkeys") },
    })),
  "passkey.removed": (event) =>
    toUser(event, () => ({
      subject: "A passkey was removed from your account",
      heading: "A passkey was removed from your account",
      paragraphs: ["It does not sign in any more. You can always sign in with a code by e-mail.", ifNotYou],
      action: { label: "See your passkeys", url: at("/settings/passkeys") },
    })),
  "passkey.refused": (event) =>
    toUser(event, () => ({
      subject: "We refused a sign-in with your passkey",
      heading: "We refused a sign-in with one of your passkeys",
      paragraphs: [
        "The passkey has been used elsewhere more often than here, so it may have been copied. Nobody was signed in.",
        "Sign in with a code by e-mail, remove this passkey, and add a new one.",
      ],
      action: { label: "See your passkeys", url: at("/settings/passkeys") },
    })),
} satisfies Partial<Mails>;
