import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { providerNames } from "@/lib/auth/lists";
import { ownPath } from "@/lib/auth/rules";
import { currentActor, listConfigured } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { PasskeyForm } from "./passkey-form";
import { DemoForm, ProviderForm, SignInForm } from "./sign-in-form";

export const metadata: Metadata = {
  title: "Sign in",
  description: "Sign in by e-mail, without a password, to save searches, apply, or post a role.",
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error, kept, again, restored } = await searchParams;
  const path = ownPath(typeof next === "string" ? next : null);
  if (!again && (await currentActor())) redirect(path);
  const providers = listConfigured().map((id) => ({ id, name: providerNames[id] }));
  return (
    <>
      <PageHeader title="Sign in" lead="New here? Your account is created when you first sign in." />
      {again && (
        <div className="mb-8">
          <Notice tone="warning" live title="Sign in again to confirm that it is you.">
            What you asked for can only be done within ten minutes of signing in. Then do it again.
          </Notice>
        </div>
      )}
      {restored && (
        <div className="mb-8">
          <Notice tone="success" live title="Your account has its old address again.">
            Everybody was signed out. Sign in with that address.
          </Notice>
        </div>
      )}
      {kept && !again && (
        <div className="mb-8">
          <Notice tone="warning" live title="You were signed out before your form was saved.">
            We saved what you typed for one hour. Sign in to return to it.
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-12 md:grid-cols-2">
        <div className="grid gap-6">
          {error && <Notice tone="danger" title={whatFailed(String(error))} />}
          <SignInForm next={path} />
          <PasskeyForm next={path} />
          {providers.length > 0 && <ProviderForm next={path} providers={providers} />}
        </div>
        {settings().DEMO && (
          <Section
            title="Demo"
            note={
              <a className="link" href="/dev/mailbox">
                Local mailbox
              </a>
            }
          >
            <p className="mb-4 text-ink-2">
              This demo runs on your machine. Sign in as one of these users with one click.
            </p>
            <DemoForm next={path} />
          </Section>
        )}
      </div>
    </>
  );
}

/** What next-auth says in the address when signing in elsewhere did not work. */
function whatFailed(error: string) {
  if (error === "AccessDenied")
    return "That service has not confirmed your e-mail address. Sign in with a code, then link the service in your settings.";
  return "Signing in with that service did not work. Try again, or sign in with a code.";
}
