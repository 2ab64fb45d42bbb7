import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatTime } from "@/app/_parts/dates";
import { PageHeader } from "@/app/_ui/page-header";
import { findAddressChange } from "@/lib/auth/address/queries";
import { addressDays } from "@/lib/auth/rules";
import { requireActor } from "@/lib/auth/session";
import { dropAddressAction } from "./actions";
import { AskForm, CodesForm } from "./address-forms";

export const metadata: Metadata = { title: "E-mail address", robots: { index: false } };

export default async function AddressPage() {
  const actor = await requireActor("/settings/address");
  const change = await findAddressChange(actor);
  return (
    <>
      <PageHeader
        title="E-mail address"
        crumbs={[{ href: "/settings", label: "Settings" }]}
        lead={`Your address is ${actor.email}.`}
      />
      {change ? (
        <>
          <p className="mb-5 max-w-measure">
            We sent a code to each of the two addresses, if they can receive e-mail. Enter both before{" "}
            {formatTime(change.expiresAt)}.
          </p>
          <CodesForm oldEmail={actor.email} newEmail={change.newEmail} />
          <div className="mt-6">
            <ButtonForm action={dropAddressAction} waiting="Cancelling…">
              Cancel the change
            </ButtonForm>
          </div>
        </>
      ) : (
        <>
          <ul className="mb-6 max-w-measure list-disc pl-5 text-ink-2">
            <li>We send a code to the new address and one to the old, so you need both mailboxes.</li>
            <li>You have to have signed in within the last ten minutes. All your other sessions end.</li>
            <li>
              Your applications, memberships and invitations move to the new address. Companies that were
              verified by the old one stay verified.
            </li>
            <li>For {addressDays} days, a link that we send to the old address undoes the change.</li>
          </ul>
          <AskForm />
        </>
      )}
    </>
  );
}
