import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readReceipt, receiptKey } from "@/lib/applications/receipt";
import { asRefusal, messageOf } from "@/lib/errors";
import { say } from "./up/progress";

/** npm run receipt -- verify FILE [KEY]: says whether a receipt is genuine, by the key of this installation or by a public key in a file. */
export async function main([verb, name, keyName]: string[]): Promise<number> {
  if (verb !== "verify" || !name) {
    say(
      "Usage: npm run receipt -- verify FILE [KEY], where KEY is a public key as PEM; without it, that of this installation.",
    );
    return 2;
  }
  const read = (file: string) => readFile(resolve(process.env.INIT_CWD ?? ".", file), "utf8");
  try {
    const { posting, sentAt, postingVersion } = readReceipt(
      await read(name),
      keyName ? await read(keyName) : receiptKey(),
    );
    say(`This receipt is genuine. Sent ${sentAt}: ${posting.title}, ${posting.company.name}.`);
    say(`Version of the posting: ${postingVersion}`);
    return 0;
  } catch (error) {
    say(asRefusal(error)?.message ?? messageOf(error));
    return 1;
  }
}
