import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { settings } from "@/lib/env";
import { codeAlphabet, codeLength, normaliseCode } from "./rules";

/** A code to send by mail. */
export const newCode = () =>
  Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");

/** How a code to this address is stored, in hex: who reads the table cannot use it. */
export const hashCode = (code: string, email: string) =>
  createHmac("sha256", settings().AUTH_SECRET ?? "")
    .update(`${email}\n${code}`)
    .digest("hex");

/** Whether what was typed is the code that was sent to that address. */
export const isCode = (typed: string, sent: { codeHash: string; email: string }) =>
  timingSafeEqual(
    Buffer.from(sent.codeHash, "hex"),
    Buffer.from(hashCode(normaliseCode(typed), sent.email), "hex"),
  );
