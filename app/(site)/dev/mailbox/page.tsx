import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { Table } from "@/app/_ui/table";
import { listMailbox } from "@/lib/email/queries";
import { settings } from "@/lib/env";

export const metadata: Metadata = { title: "Local mailbox" };

export default async function MailboxPage({ searchParams }: PageProps<"/dev/mailbox">) {
  if (!settings().DEMO) notFound();
  const { to } = await searchParams;
  const mails = await listMailbox(typeof to === "string" ? to : undefined);
  return (
    <>
      <PageHeader
        title="Local mailbox"
        lead="The mails that this demonstration has sent, newest first. No mail leaves this machine."
      />
      <Table
        caption="Mail"
        rows={mails}
        rowKey={(mail) => String(mail.id)}
        empty="No mail yet."
        columns={[
          {
            key: "subject",
            head: "Subject",
            cell: (mail) => (
              <a className="link" href={`/dev/mailbox/${mail.id}`}>
                {mail.subject}
              </a>
            ),
          },
          { key: "to", head: "To", cell: (mail) => mail.recipient },
          {
            key: "at",
            head: "Time",
            wide: true,
            cell: (mail) => mail.receivedAt.toISOString().slice(11, 19),
          },
        ]}
      />
    </>
  );
}
