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
            ? `If ${to} can get mail, a code is on its way. It is good for ten minutes, in this browser.`
            : "The code is good for ten minutes, in the browser that asked for it."
        }
      />
      <CodeForm
        next={ownPath(typeof next === "string" ? next : null)}
        code={typeof code === "string" ? code.slice(0, 20) : ""}
      />
      <p className="mt-6 text-ink-2">
        Nothing came? Look in the spam folder, or{" "}
        <a className="link" href="/sign-in">
          ask for another code
        </a>
        .
        {settings().DEMO && (
          <>
            {" "}
            Here all mail is in the{" "}
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
