import type { Metadata } from "next";
import { ButtonForm } from "@/app/_parts/button-form";
import { formatDay } from "@/app/_parts/dates";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { listPasskeys } from "@/lib/auth/passkeys/queries";
import { mostPasskeys } from "@/lib/auth/passkeys/rules";
import { findBrowserName, requireActor } from "@/lib/auth/session";
import { removePasskeyAction } from "./actions";
import { AddForm } from "./add-form";
import { RenameForm } from "./rename-form";

export const metadata: Metadata = { title: "Passkeys", robots: { index: false } };

const done = {
  added: "Passkey added. You can sign in with it from now on.",
  renamed: "Name saved.",
  removed: "Passkey removed. It does not sign in any more.",
};

export default async function PasskeysPage({ searchParams }: PageProps<"/settings/passkeys">) {
  const actor = await requireActor("/settings/passkeys");
  const [passkeys, browserName, query] = await Promise.all([
    listPasskeys(actor),
    findBrowserName(),
    searchParams,
  ]);
  const said = Object.entries(done).find(([word]) => word === query.done)?.[1];
  return (
    <>
      <PageHeader
        title="Passkeys"
        crumbs={[{ href: "/settings", label: "Settings" }]}
        lead="With a passkey you sign in by your finger, your face or the PIN of your device, without a code."
      />
      {said && (
        <div className="mb-6">
          <Notice tone="success" live title={said} />
        </div>
      )}
      <div className="grid gap-10">
        <Section title="Your passkeys">
          {passkeys.length === 0 ? (
            <p>You have no passkeys yet.</p>
          ) : (
            <ul aria-label="Passkeys" className="border-t border-rule">
              {passkeys.map((passkey) => (
                <PasskeyRow key={passkey.id} of={passkey} />
              ))}
            </ul>
          )}
        </Section>
        <Section title="Add a passkey">
          {passkeys.length >= mostPasskeys ? (
            <p>You have {mostPasskeys} passkeys, the most that we store. To add another one, remove one.</p>
          ) : (
            <>
              <p className="mb-5 max-w-measure text-ink-2">
                The passkey stays on your device or in your password manager. We store only what we need to
                recognise it, and never your finger or your face. You have to have signed in within the last
                ten minutes. We will tell you by e-mail.
              </p>
              <AddForm browserName={browserName} />
            </>
          )}
        </Section>
      </div>
    </>
  );
}

function PasskeyRow({
  of: { id, name, createdAt, lastUsedAt },
}: {
  of: Awaited<ReturnType<typeof listPasskeys>>[number];
}) {
  return (
    <li className="grid items-start gap-x-8 gap-y-1 border-b border-rule py-3 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="min-w-0">
        <p className="font-medium break-words">{name}</p>
        <p className="text-sm text-ink-2">
          Added on {formatDay(createdAt)} ·{" "}
          {lastUsedAt ? `last used on ${formatDay(lastUsedAt)}` : "not used yet"}
        </p>
      </div>
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
          Rename<span className="sr-only"> {name}</span>
        </summary>
        <RenameForm id={id} name={name} />
      </details>
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">
          Remove<span className="sr-only"> {name}</span>
        </summary>
        <p className="mb-2 max-w-xs text-sm text-ink-2">
          It does not sign in any more. You can still sign in with a code by e-mail.
        </p>
        <ButtonForm action={removePasskeyAction} values={{ id }} look="danger" waiting="Removing…">
          Remove passkey<span className="sr-only"> {name}</span>
        </ButtonForm>
      </details>
    </li>
  );
}
