import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { z } from "zod";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { canonicalJson } from "@/lib/matching/record";
import type { PublicPosting } from "@/lib/postings/shape";
import type { Answered } from "./answers";

/*
 * A receipt is a file of JSON that proves what was sent and what the posting said then. What is signed stands in it as base64 of its bytes, so
 * that anyone can take out exactly these bytes and the signature, and check them with nothing of ours.
 */

/** What a receipt states. */
export type ReceiptFacts = {
  application: string;
  sentAt: string;
  replyBy: string;
  /** As the public API answered it at that moment. */
  posting: PublicPosting;
  name: string;
  coverNote: string;
  answers: readonly Pick<Answered, "question" | "answer">[];
  /** The attached file, by its fingerprint (SHA-256). */
  resume: { name: string; sha256: string } | null;
  /** The fingerprint of what the match sheet was made from. */
  matchInputs: string | null;
};

/** The text that is signed, in canonical JSON: with the version of the posting, which is the fingerprint of what was public of it. */
export const receiptPayload = (facts: ReceiptFacts): string =>
  canonicalJson({
    version: 1,
    ...facts,
    postingVersion: createHash("sha256").update(canonicalJson(facts.posting)).digest("hex"),
  });

/** What a page shows of a receipt. */
export type ShownReceipt = z.output<typeof Payload>;
const Payload = z.object({
  version: z.literal(1),
  application: z.uuid(),
  sentAt: z.iso.datetime(),
  postingVersion: z.string().regex(/^[0-9a-f]{64}$/),
  posting: z.object({ title: z.string(), url: z.string(), company: z.object({ name: z.string() }) }),
  name: z.string(),
  coverNote: z.string(),
  answers: z.array(z.object({ question: z.string(), answer: z.array(z.string()).max(50) })).max(50),
  resume: z.object({ name: z.string(), sha256: z.string() }).nullable(),
});

const base64 = z
  .string()
  .max(2_000_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);
const File = z.object({ payload: base64, signature: base64 });

/** A receipt as a file. Throws `unavailable` where this installation has no key. */
export function makeReceipt(payload: string): string {
  const bytes = Buffer.from(payload);
  const { APP_URL } = settings();
  return `${JSON.stringify(
    {
      about: `A receipt of an application. ${APP_URL}/receipts checks it and says how to check it without us.`,
      algorithm: "Ed25519",
      key: `${APP_URL}/api/v1/receipts/key`,
      payload: bytes.toString("base64"),
      signature: sign(null, bytes, privateKey()).toString("base64"),
    },
    null,
    2,
  )}\n`;
}

/** The key that receipts are checked with, as PEM. Throws `unavailable` where this installation has none. */
export const receiptKey = (): string =>
  createPublicKey(privateKey()).export({ type: "spki", format: "pem" }).toString();

/**
 * What a genuine receipt states. Throws `invalid` at `receipt` for what is no receipt, and for one that was not signed with `key` (PEM) or was
 * changed since.
 */
export function readReceipt(text: string, key: string): ShownReceipt {
  const file = File.safeParse(jsonIn(text));
  if (!file.success)
    throw refused(
      "This is not a receipt of Backplane. A receipt is a JSON file with a payload and a signature.",
    );
  const bytes = Buffer.from(file.data.payload, "base64");
  const signature = Buffer.from(file.data.signature, "base64");
  const payload = verify(null, bytes, createPublicKey(key), signature)
    ? Payload.safeParse(jsonIn(bytes.toString("utf8")))
    : null;
  if (!payload?.success)
    throw refused("This receipt is not genuine. We did not sign it, or it was changed after we did.");
  return payload.data;
}

/** What a receipt of ours states, from the text that is signed. */
export const shownReceipt = (payload: string): ShownReceipt => Payload.parse(jsonIn(payload));

const refused = (message: string) => new DomainError("invalid", message, "receipt");

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

function privateKey() {
  const { RECEIPT_KEY } = settings();
  if (!RECEIPT_KEY) throw new DomainError("unavailable", "Receipts are not set up here.");
  return createPrivateKey({ key: Buffer.from(RECEIPT_KEY, "base64"), format: "der", type: "pkcs8" });
}
