import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { findToConfirm } from "@/lib/notifications/queries/links";
import { confirmByTokenAction } from "./actions";

export const metadata: Metadata = { title: "Is this posting still open?", robots: { index: false } };

/** Behind the link of a mail: it only asks, since programs that scan mail open links too. */
export default async function ConfirmPage({ params }: PageProps<"/confirm/[token]">) {
  const { token } = await params;
  const posting = await findToConfirm(token);
  if (!posting) return <NoSuchLink />;
  const { id, title, standing, expiresAt, isUnconfirmed } = posting;
  const own = `/employer/postings/${id}`;
  if (standing !== "live" && standing !== "unconfirmed")
    return (
      <>
        <PageHeader
          title={`“${title}” cannot be confirmed now`}
          lead={
            standing === "paused"
              ? "It is paused. Resume it on its page, and it is confirmed too."
              : "It is not public at the moment. Its page says why, and what you can do."
          }
        />
        <ButtonLink href={own}>See the posting</ButtonLink>
      </>
    );
  if (!isUnconfirmed)
    return (
      <>
        <PageHeader
          title={`“${title}” is confirmed as open`}
          lead={`Thank you. It is live${expiresAt ? ` until ${formatDay(expiresAt)}` : ""}. We will ask you again in two weeks.`}
        />
        <ButtonLink href={`/jobs/${posting.slug}`}>See the posting</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeader
        title={`Is “${title}” still open?`}
        lead={
          standing === "live"
            ? "Candidates see “Not confirmed lately” on it until you confirm it."
            : "It is hidden because it was not confirmed for three weeks. Confirm it, and it is live again."
        }
      />
      <div className="flex flex-wrap gap-3">
        <ButtonForm
          action={confirmByTokenAction}
          values={{ token }}
          look="primary"
          size="md"
          waiting="Confirming…"
        >
          Yes, it is still open
        </ButtonForm>
        <ButtonLink href={`${own}/close`}>No, close it</ButtonLink>
      </div>
    </>
  );
}
