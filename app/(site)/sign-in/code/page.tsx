import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { ownPath } from "@/lib/auth/rules";
import { settings } from "@/lib/env";
import { CodeForm } from "../sign-in-form";

export const metadata: Metadata = { title: "Enter the code" };

/** Opening the mail's link signs nobody in: mail scanners open links. It fills the code in, and the reader presses the button. */
export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const { to, next, code } = await searchParams;
  return (
    <>
      <PageHeader
        title="Enter the code"
        lead={
          typeof to === "string"
            ? `If ${to} can receive e-mail, a code is on its way. It is valid for ten minutes, only in this browser.`
            : "The code is valid for ten minutes, only in the browser that requested it."
        }
      />
      <CodeForm
        next={ownPath(typeof next === "string" ? next : null)}
        code={typeof code === "string" ? code.slice(0, 20) : ""}
      />
      <p className="mt-6 text-ink-2">
        No code yet? Check your spam folder, or{" "}
        <a className="link" href="/sign-in">
          request another code
        </a>
        .
        {settings().DEMO && (
          <>
            {" "}
            In this demo, all e-mails go to the{" "}
            <a className="link" href="/dev/mailbox">
              local mailbox
            </a>
            .
          </>
        )}
      </p>
    </>
  );
}
