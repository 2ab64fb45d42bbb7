import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/app/_ui/notice";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { ownPath } from "@/lib/auth/rules";
import { currentActor } from "@/lib/auth/session";
import { settings } from "@/lib/env";
import { DemoForm, SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, kept } = await searchParams;
  const path = ownPath(typeof next === "string" ? next : null);
  if (await currentActor()) redirect(path);
  return (
    <>
      <PageHeader
        title="Sign in"
        lead="New here? The same way in: your account is made when you first sign in."
      />
      {kept && (
        <div className="mb-8">
          <Notice tone="warning" live title="You were signed out before your form was saved.">
            We have kept what you typed for an hour. Sign in here, and you go back to it.
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-12 md:grid-cols-2">
        <SignInForm next={path} />
        {settings().DEMO && (
          <Section
            title="Demonstration"
            note={
              <a className="link" href="/dev/mailbox">
                Local mailbox
              </a>
            }
          >
            <p className="mb-4 text-ink-2">
              This copy runs on your machine: sign in as one of its people with one click.
            </p>
            <DemoForm next={path} />
          </Section>
        )}
      </div>
    </>
  );
}
