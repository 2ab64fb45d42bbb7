import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { findToDecline } from "@/lib/notifications/queries/links";
import { declineByTokenAction } from "./actions";

export const metadata: Metadata = { title: "Decline an invitation", robots: { index: false } };

/** Behind the link of a mail: it only asks, since programs that scan mail open links too. */
export default async function DeclinePage({ params }: PageProps<"/decline/[token]">) {
  const { token } = await params;
  const invitation = await findToDecline(token);
  if (!invitation) return <NoSuchLink />;
  const { title, slug, companyName, declinedAt, applied } = invitation;
  if (applied)
    return (
      <>
        <PageHeader
          title={`You applied for “${title}”`}
          lead="If you changed your mind, withdraw your application."
        />
        <ButtonLink href="/applications">See your applications</ButtonLink>
      </>
    );
  if (declinedAt)
    return (
      <>
        <PageHeader
          title="You declined the invitation"
          lead={`We have told ${companyName}. They cannot invite you to “${title}” again.`}
        />
        <ButtonLink href="/profile/visibility">Choose who can find you</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeader
        title={`Decline the invitation to “${title}”?`}
        lead={`We will tell ${companyName}. They do not see your name or your address.`}
      />
      <div className="flex flex-wrap gap-3">
        <ButtonForm
          action={declineByTokenAction}
          values={{ token }}
          look="primary"
          size="md"
          waiting="Declining…"
        >
          Decline
        </ButtonForm>
        <ButtonLink href={`/jobs/${slug}`}>Read the posting</ButtonLink>
      </div>
    </>
  );
}
