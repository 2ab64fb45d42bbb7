import type { Transaction } from "@/db/client";
import { enqueue } from "@/lib/background/commands";
import type { Mail } from "@/lib/background/input";

/** Has the worker send `mail` once the transaction is kept; under one key at most once. */
export async function sendMail(tx: Transaction, mail: Mail) {
  await enqueue(tx, "send-mail", mail, `mail:${mail.key}`);
}
