import { createHmac, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const folder = join(process.cwd(), "lib", "webhooks", "testing");
/** Of the certificate that the receiver shows: for `hooks.tallyhaven.com` and the names below it. */
export const receiverCertificate = join(folder, "certificate.pem");
export const receiverHost = "hooks.tallyhaven.com";
/** A public address: nothing is sent there, since all requests of a test go to the receiver. */
export const somePublicAddress = "9.9.9.9";

export type Received = { path: string; headers: IncomingMessage["headers"]; body: string };

/** The program of a company, on this machine: `respond` answers, and `received` holds what came. */
export async function startReceiver(
  respond: (received: Received, answer: ServerResponse, request: IncomingMessage) => void = (_, answer) =>
    void answer.writeHead(204).end(),
  port = 0,
) {
  const received: Received[] = [];
  const tls = {
    key: readFileSync(join(folder, "key.pem")),
    cert: readFileSync(receiverCertificate),
  };
  const server = createServer(tls, async (request, answer) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { path: request.url ?? "", headers: request.headers, body };
    received.push(one);
    respond(one, answer, request);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    received,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Whether a request was signed with the secret, as the README shows it to companies. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const wanted = createHmac("sha256", key).update(signed).digest();
  return String(headers["webhook-signature"])
    .split(" ")
    .map((signature) => Buffer.from(signature.slice("v1,".length), "base64"))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
}
