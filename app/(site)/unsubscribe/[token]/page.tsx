import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { readStopToken } from "@/lib/notifications/tokens";
import { findSearchOfToken } from "@/lib/saved/queries/searches";
import { stopAlertsAction } from "./actions";

export const metadata: Metadata = { title: "Stop e-mails", robots: { index: false } };

/** Behind the link of an alert: it only asks, since programs that scan mail open links too. */
export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const meant = readStopToken(token);
  if (!meant) return <NoSuchLink />;
  const search = await findSearchOfToken(meant.savedSearchId);
  if (!search || search.frequency === "never")
    return (
      <>
        <PageHeader
          title="You will get no more e-mails"
          lead={
            search
              ? `“${search.name}” is still saved. You can turn its e-mails on again under Saved.`
              : "The saved search was deleted, so its e-mails have stopped."
          }
        />
        <ButtonLink href="/saved">Saved searches</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeader
        title="Stop these e-mails?"
        lead={`We will no longer e-mail you new postings for “${search.name}”.`}
      />
      <ButtonForm action={stopAlertsAction} values={{ token }} look="primary" size="md" waiting="Stopping…">
        Stop e-mails
      </ButtonForm>
    </>
  );
}
