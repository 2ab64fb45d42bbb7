import type { Metadata } from "next";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { ReceiptForm } from "./receipt-form";

export const metadata: Metadata = { title: "Check a receipt" };

export default function ReceiptsPage() {
  return (
    <>
      <PageHeader
        title="Check a receipt"
        lead="Whoever applies can download a receipt. It proves when the application was sent, what was answered, and what the posting said at that moment."
      />
      <div className="grid gap-10">
        <ReceiptForm />
        <Section title="Check it without us" className="max-w-3xl">
          <p className="mb-3 text-ink-2">
            A receipt is signed with Ed25519. With the{" "}
            <a className="link" href="/api/v1/receipts/key">
              public key
            </a>{" "}
            and OpenSSL 3, anyone can check the file <code>receipt.json</code>. These commands print
            “Signature Verified Successfully”; <code>payload.json</code> is what was signed.
          </p>
          <pre className="border-l-2 border-rule bg-raised p-4 text-sm break-all whitespace-pre-wrap">
            {[
              `sed -n 's/.*"payload": "\\(.*\\)".*/\\1/p' receipt.json | openssl base64 -d -A > payload.json`,
              `sed -n 's/.*"signature": "\\(.*\\)".*/\\1/p' receipt.json | openssl base64 -d -A > signature`,
              "openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in payload.json -sigfile signature",
            ].join("\n")}
          </pre>
        </Section>
      </div>
    </>
  );
}
