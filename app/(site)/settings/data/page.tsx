import type { Metadata } from "next";
import { formatDay } from "@/app/_parts/dates";
import { KeepAccount } from "@/app/_parts/keep-account";
import { buttonClass } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { requireActor } from "@/lib/auth/session";
import { listOnlyOwned } from "@/lib/companies/queries";
import { deletionDays } from "@/lib/privacy/rules";
import { DeletionForm } from "./deletion-form";

export const metadata: Metadata = { title: "Your data", robots: { index: false } };

export default async function DataPage({ searchParams }: PageProps<"/settings/data">) {
  const actor = await requireActor("/settings/data");
  const [owned, { refused }] = await Promise.all([listOnlyOwned(actor), searchParams]);
  return (
    <>
      <PageHeader
        title="Your data"
        crumbs={[{ href: "/settings", label: "Settings" }]}
        lead={`You are signed in as ${actor.email}.`}
      />
      {refused && (
        <div className="mb-6">
          <Notice tone="danger" live title="You have downloaded your data several times today.">
            Try again tomorrow.
          </Notice>
        </div>
      )}
      <Section title="Download your data">
        <p className="mb-5 max-w-measure text-ink-2">
          You get one file (JSON) with everything that we store about you: your profile, your applications
          with answers and messages, what you saved, your settings, your sessions and what you did. What
          members of a company note about you for each other belongs to the company and is not in it.
        </p>
        <form method="post" action="/settings/data/download">
          <button type="submit" className={buttonClass("primary")}>
            Download your data
          </button>
        </form>
      </Section>
      <Section title="Delete your account">
        {actor.deletionAt ? (
          <>
            <p className="mb-5 max-w-measure">
              We will delete your account on {formatDay(actor.deletionAt)}, as you asked.
            </p>
            <KeepAccount />
          </>
        ) : owned.length > 0 ? (
          <>
            <p className="max-w-measure">
              You are the only owner of these companies. Make another member an owner, or close the company.
              Then you can delete your account.
            </p>
            <ul className="mt-3">
              {owned.map(({ slug, name }) => (
                <li key={slug} className="flex flex-wrap items-baseline gap-x-5">
                  <span className="font-semibold">{name}</span>
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`/employer/team?company=${slug}`}
                  >
                    Make somebody an owner<span className="sr-only"> of {name}</span>
                  </a>
                  <a
                    className="link inline-flex min-h-11 items-center"
                    href={`/employer/company/close?company=${slug}`}
                  >
                    Close the company<span className="sr-only"> {name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <ul className="mb-6 max-w-measure list-disc pl-5">
              <li>
                We delete your account {deletionDays} days after you ask. Until then you can sign in and keep
                it.
              </li>
              <li>
                We then withdraw your open applications and tell the companies. All your applications are
                deleted, with their messages, and with the notes that companies made on you.
              </li>
              <li>Your profile, what you saved and your memberships of companies are deleted.</li>
              <li>Only numbers that do not name you stay in our record of what happened.</li>
            </ul>
            <DeletionForm email={actor.email} />
          </>
        )}
      </Section>
    </>
  );
}
