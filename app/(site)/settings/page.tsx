import type { Metadata } from "next";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { formRecord } from "@/lib/forms/changes";
import { mailForm } from "@/lib/notifications/form";
import { mailKinds } from "@/lib/notifications/lists";
import { countNews, findMailTimes } from "@/lib/notifications/queries/news";
import { candidateKinds, memberKinds } from "@/lib/notifications/words";
import { MailForm } from "./mail-form";

export const metadata: Metadata = { title: "Settings", robots: { index: false } };

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const actor = await requireActor("/settings");
  const [times, { isMember }, { done }] = await Promise.all([
    findMailTimes(actor),
    countNews(actor),
    searchParams,
  ]);
  const kinds = mailKinds.filter(
    (kind) => candidateKinds.includes(kind) || (isMember && memberKinds.includes(kind)),
  );
  return (
    <>
      <PageHeader title="Settings" lead={`You are signed in as ${actor.email}.`} />
      {done === "saved" && (
        <div className="mb-6">
          <Notice tone="success" live title="Settings saved." />
        </div>
      )}
      {done === "address" && (
        <div className="mb-6">
          <Notice tone="success" live title="Address changed. You were signed out on all other devices." />
        </div>
      )}
      {done === "kept" && (
        <div className="mb-6">
          <Notice tone="success" live title="Your account stays." />
        </div>
      )}
      <Section title="E-mails">
        <p className="mb-5 max-w-measure text-ink-2">
          Your page of notifications shows everything, whatever you choose here. Codes to sign in, receipts
          and decisions of our admins always come at once. Alerts of saved searches are chosen under{" "}
          <a className="link" href="/saved">
            Saved
          </a>
          .
        </p>
        <MailForm kinds={kinds} record={formRecord(mailForm(times))} />
      </Section>
      <Section title="Your account">
        <ul>
          <li>
            <a className="link inline-flex min-h-11 items-center" href="/settings/address">
              Change your e-mail address
            </a>
          </li>
          <li>
            <a className="link inline-flex min-h-11 items-center" href="/settings/sessions">
              Where you are signed in
            </a>
          </li>
          <li>
            <a className="link inline-flex min-h-11 items-center" href="/settings/passkeys">
              Passkeys
            </a>
          </li>
          <li>
            <a className="link inline-flex min-h-11 items-center" href="/settings/services">
              Services that you sign in with
            </a>
          </li>
          <li>
            <a className="link inline-flex min-h-11 items-center" href="/settings/data">
              Download your data, or delete your account
            </a>
          </li>
        </ul>
      </Section>
    </>
  );
}
