import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { readStopToken } from "@/lib/notifications/tokens";
import { findSearchOfToken } from "@/lib/saved/queries/searches";
import { stopAlertsAction } from "./actions";

export const metadata: Metadata = { title: "Stop mails", robots: { index: false } };

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
          title="No more mails come"
          lead={
            search
              ? `“${search.name}” stays saved. You can turn its mails on again under Saved.`
              : "The saved search is gone, and its mails with it."
          }
        />
        <ButtonLink href="/saved">Saved searches</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeader
        title="Stop these mails?"
        lead={`New postings for “${search.name}” will not be mailed any more.`}
      />
      <ButtonForm action={stopAlertsAction} values={{ token }} look="primary" size="md" waiting="Stopping…">
        Stop the mails
      </ButtonForm>
    </>
  );
}
