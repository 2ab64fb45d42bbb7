import { closeDatabase } from "@/db/client";
import { grantAdmin } from "@/lib/auth/commands";
import { Email } from "@/lib/auth/input";
import { say } from "./up/progress";
import type { CommandContext } from "./up/run";

/** npm run admin -- grant EMAIL: makes the user with this address an admin, and ends their sessions. */
export async function main([verb, address]: string[], { databaseUrl }: CommandContext): Promise<number> {
  const email = Email.safeParse(address);
  if (verb !== "grant" || !email.success) {
    say(
      verb === "grant" && address
        ? `${address} is not an e-mail address.`
        : "Usage: npm run admin -- grant EMAIL",
    );
    return 2;
  }
  process.env.DATABASE_URL = databaseUrl;
  await grantAdmin(email.data);
  await closeDatabase();
  say(`${email.data} is now an admin, and must sign in again.`);
  return 0;
}
