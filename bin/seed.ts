import { seed } from "@/db/seed/index";
import { migrateTables } from "./up/fill";
import { say, step } from "./up/progress";
import type { CommandContext } from "./up/run";

/** npm run db:seed: the demonstration's companies, postings and people; nothing twice. */
export async function main(_argv: string[], { databaseUrl }: CommandContext): Promise<number> {
  if (process.env.DEMO !== "1") {
    say(
      "This installation is not a demonstration (SMTP_URL is set, or DEMO=0). Seeding it would publish invented companies and people.",
    );
    return 1;
  }
  await migrateTables(databaseUrl);
  await step("seeds", () => seed(databaseUrl, (line) => say(`  ${line}`)), { minutes: 15 });
  return 0;
}
