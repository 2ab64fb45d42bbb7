import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { idFrom } from "@/app/_parts/id";
import { PageHeader } from "@/app/_ui/page-header";
import { findOwnApplication } from "@/lib/applications/queries/applications";
import { isOpen, undoMinutes } from "@/lib/applications/rules";
import { requireActor } from "@/lib/auth/session";
import { WithdrawForm } from "../../withdraw-form";

export const metadata: Metadata = { title: "Withdraw an application" };

/** The second step of a withdrawal. One that is over has nothing to withdraw, so its page says where it stands. */
export default async function WithdrawPage({ params }: PageProps<"/applications/[id]/withdraw">) {
  const id = idFrom((await params).id);
  const actor = await requireActor(`/applications/${id}/withdraw`);
  const application = await findOwnApplication(actor, id);
  if (!application) notFound();
  if (!isOpen(application.state)) redirect(`/applications/${id}`);
  const { title, companyName } = application;
  return (
    <>
      <PageHeader
        title="Withdraw your application?"
        crumbs={[
          { href: "/applications", label: "Applications" },
          { href: `/applications/${id}`, label: title },
        ]}
        lead={`This is about “${title}” at ${companyName}. You cannot apply to this posting again. You can undo this for ${undoMinutes} minutes; after that we tell the company.`}
      />
      <WithdrawForm id={id} />
    </>
  );
}
