import { createHmac } from "node:crypto";
import { settings } from "@/lib/env";

/**
 * The secret of a webhook, as Standard Webhooks writes it. It is computed from the secret of this installation, so a copy of the database
 * tells nobody how to sign.
 */
export function secretOf(webhookId: string, version: number): string {
  const bytes = createHmac("sha256", settings().AUTH_SECRET ?? "").update(`webhook ${webhookId}\n${version}`);
  return `whsec_${bytes.digest("base64")}`;
}

/** The headers of a signed request, by the secrets that sign it. `at` is the time of this try. */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]) {
  const seconds = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
  };
}
