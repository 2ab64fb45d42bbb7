import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { providerIds, providerNames } from "@/lib/auth/lists";
import { listLinked } from "@/lib/auth/services/queries";
import { listConfigured, requireActor } from "@/lib/auth/session";
import { linkServiceAction, unlinkServiceAction } from "./actions";

export const metadata: Metadata = { title: "Services that you sign in with", robots: { index: false } };

export default async function ServicesPage({ searchParams }: PageProps<"/settings/services">) {
  const actor = await requireActor("/settings/services");
  const [linked, { done }] = await Promise.all([listLinked(actor), searchParams]);
  const configured = listConfigured();
  const shown = providerIds.filter((id) => configured.includes(id) || linked.includes(id));
  return (
    <>
      <PageHeader
        title="Services that you sign in with"
        crumbs={[{ href: "/settings", label: "Settings" }]}
        lead="You can always sign in with a code by e-mail, whatever is linked here."
      />
      {done === "failed" && (
        <div className="mb-6">
          <Notice tone="danger" live title="The service was not linked.">
            It did not confirm who you are there, or your account there is linked to another account here.
          </Notice>
        </div>
      )}
      {(done === "linked" || done === "unlinked") && (
        <div className="mb-6">
          <Notice
            tone="success"
            live
            title={done === "linked" ? "Service linked. You can sign in with it." : "Service unlinked."}
          />
        </div>
      )}
      {shown.length === 0 ? (
        <p>No other services are offered here.</p>
      ) : (
        <>
          <p className="mb-5 max-w-measure text-ink-2">
            To link a service, you have to have signed in within the last ten minutes. We store which account
            there is yours, and nothing that lets us act for you there.
          </p>
          <ul aria-label="Services" className="border-t-2 border-ink">
            {shown.map((id) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
              >
                <div>
                  <p className="font-semibold">{providerNames[id]}</p>
                  <p className="text-sm text-ink-2">{linked.includes(id) ? "Linked" : "Not linked"}</p>
                </div>
                {linked.includes(id) ? (
                  <ButtonForm action={unlinkServiceAction} values={{ provider: id }} waiting="Unlinking…">
                    Unlink {providerNames[id]}
                  </ButtonForm>
                ) : (
                  <ButtonForm
                    action={linkServiceAction}
                    values={{ provider: id }}
                    waiting={`Going to ${providerNames[id]}…`}
                  >
                    Link {providerNames[id]}
                  </ButtonForm>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
