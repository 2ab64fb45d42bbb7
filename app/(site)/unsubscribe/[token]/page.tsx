import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { NoSuchLink } from "@/app/_parts/no-such-link";
import { ButtonLink } from "@/app/_ui/button";
import { PageHeader } from "@/app/_ui/page-header";
import { findStoppable } from "@/lib/notifications/queries/links";
import { mailWords } from "@/lib/notifications/words";
import { stopMailsAction } from "./actions";

export const metadata: Metadata = { title: "Stop e-mails", robots: { index: false } };

/** Behind the link of an alert or a reminder: it only asks, since programs that scan mail open links too. */
export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const mails = await findStoppable(token);
  if (!mails) return <NoSuchLink />;
  if (!mails.isOn)
    return (
      <>
        <PageHeader title="You will get no more e-mails" lead={stoppedWords(mails)} />
        <ButtonLink href={mails.of === "mails" ? "/settings" : "/saved"}>{wayBack[mails.of]}</ButtonLink>
      </>
    );
  return (
    <>
      <PageHeader
        title="Stop these e-mails?"
        lead={
          mails.of === "alerts"
            ? `We will no longer e-mail you new postings for “${mails.name}”.`
            : mails.of === "reminders"
              ? "We will no longer e-mail you before a posting that you saved closes."
              : `We will no longer e-mail you about this: ${mailWords[mails.kind].toLowerCase()}. Your page of notifications still shows it.`
        }
      />
      <ButtonForm action={stopMailsAction} values={{ token }} look="primary" size="md" waiting="Stopping…">
        Stop e-mails
      </ButtonForm>
    </>
  );
}

const wayBack = { alerts: "Saved searches", reminders: "Saved postings", mails: "Settings" };

function stoppedWords(mails: NonNullable<Awaited<ReturnType<typeof findStoppable>>>): string {
  if (mails.of === "reminders")
    return "We do not remind you before saved postings close. You can turn reminders on again under Saved.";
  if (mails.of === "mails")
    return "Your page of notifications still shows what happens. You can turn these e-mails on again in your settings.";
  return mails.name === null
    ? "The saved search was deleted, so its e-mails have stopped."
    : `“${mails.name}” is still saved. You can turn its e-mails on again under Saved.`;
}
