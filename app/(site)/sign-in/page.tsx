import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { ownPath } from "@/lib/auth/rules";
import { configuredProviders, currentActor } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { DemoForm, ProviderForm, SignInForm } from "./sign-in-form";

export const metadata: Metadata = {
  title: "Sign in",
  description: "Sign in by e-mail, without a password, to save searches, apply, or post a role.",
};

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error, kept } = await searchParams;
  const path = ownPath(typeof next === "string" ? next : null);
  if (await currentActor()) redirect(path);
  const providers = configuredProviders().map(({ id, name }) => ({ id, name }));
  return (
    <>
      <PageHeader title="Sign in" lead="New here? Your account is created when you first sign in." />
      {kept && (
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
  if (error === "OAuthAccountNotLinked")
    return "An account with that e-mail address already exists. Sign in with a code instead.";
  if (error === "AccessDenied")
    return "That service did not give us a confirmed e-mail address. Sign in with a code instead.";
  return "Signing in with that service did not work. Try again, or sign in with a code.";
}
