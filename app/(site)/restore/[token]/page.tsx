import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { PageHeader } from "@/app/_ui/page-header";
import { findLeftAddress } from "@/lib/auth/address/queries";
import { addressDays } from "@/lib/auth/rules";
import { restoreAddressAction } from "./actions";

export const metadata: Metadata = { title: "Take your account back", robots: { index: false } };

/** Behind the link to an address that an account moved away from: it only asks, since programs that scan mail open links too. */
export default async function RestorePage({ params }: PageProps<"/restore/[token]">) {
  const { token } = await params;
  const left = await findLeftAddress(token);
  if (!left)
    return (
      <PageHeader
        title="This link is not valid"
        lead={`It was used already, it is more than ${addressDays} days old, or it was cut off. If somebody else has your account, contact us.`}
      />
    );
  return (
    <>
      <PageHeader
        title="Take your account back?"
        lead={`It gets the address ${left.oldEmail} again. Everybody is signed out, its passkeys and linked services are removed, and its address cannot be changed for ${addressDays} days.`}
      />
      <ButtonForm
        action={restoreAddressAction}
        values={{ token }}
        look="primary"
        size="md"
        waiting="Taking it back…"
      >
        This was not me
      </ButtonForm>
    </>
  );
}
