import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_ui/page-header";
import { findMail } from "@/lib/email/queries";
import { settings } from "@/lib/env";

export const metadata: Metadata = { title: "Mail" };

export default async function MailPage({ params }: PageProps<"/dev/mailbox/[id]">) {
  const id = Number((await params).id);
  const mail = settings().DEMO && Number.isSafeInteger(id) ? await findMail(id) : null;
  if (!mail) notFound();
  return (
    <>
      <PageHeader
        title={mail.subject}
        lead={`To ${mail.recipient}`}
        crumbs={[{ href: "/dev/mailbox", label: "Local mailbox" }]}
        actions={
          <a className="link" href={`/dev/mailbox/${id}/html`}>
            View as HTML
          </a>
        }
      />
      <div className="max-w-measure border-t-2 border-ink pt-4 whitespace-pre-wrap break-words">
        {linked(mail.text)}
      </div>
    </>
  );
}

/** The text with its addresses as links, as mail readers show it. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) =>
    i % 2 === 1 ? (
      <a key={part} className="link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
