import type { Metadata } from "next";
import { signOutAction } from "@/app/_parts/actions";
import { ButtonForm } from "@/app/_parts/button-form";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { findMemberInvitation } from "@/lib/companies/queries";
import { whyNotAccepted } from "@/lib/companies/rules";
import { roleInWords, roleWords } from "@/lib/companies/words";
import { acceptMemberInvitationAction } from "./actions";

export const metadata: Metadata = { title: "Join a company", robots: { index: false } };

/** Behind the link of an invitation: it only asks, since programs that scan mail open links too. */
export default async function JoinPage({ params }: PageProps<"/join/[token]">) {
  const { token } = await params;
  const [invitation, actor, now] = await Promise.all([
    findMemberInvitation(token),
    currentActor(),
    findNow(),
  ]);
  if (!invitation) return <NoSuchLink />;
  const { companyName, role, email, invitedBy } = invitation;
  const over = whyNotAccepted(invitation, null, now);
  if (over)
    return (
      <>
        <PageHeader title="You cannot use this invitation" lead={over} />
        {actor && <ButtonLink href="/employer">See your companies</ButtonLink>}
      </>
    );
  const ofOther = actor && whyNotAccepted(invitation, actor.email, now);
  if (ofOther)
    return (
      <>
        <PageHeader title="This invitation is for another address" lead={ofOther} />
        <ButtonForm action={signOutAction} size="md">
          Sign out
        </ButtonForm>
      </>
    );
  return (
    <>
      <PageHeader
        title={`Join ${companyName}`}
        lead={`${invitedBy ?? "An owner"} invited you to join ${companyName} as ${roleInWords(role)}. You can then ${roleWords[role].may}.`}
      />
      {actor ? (
        <ButtonForm
          action={acceptMemberInvitationAction}
          values={{ token }}
          look="primary"
          size="md"
          waiting="Joining…"
        >
          Join {companyName}
        </ButtonForm>
      ) : (
        <>
          <p className="mb-4 max-w-measure">Sign in as {email} to accept the invitation.</p>
          <ButtonLink look="primary" href={`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`}>
            Sign in
          </ButtonLink>
        </>
      )}
    </>
  );
}
