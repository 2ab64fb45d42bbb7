import { migrate } from "@/db/migrate";
import { renewIdentities } from "@/lib/postings/commands/identities";

/** Brings the tables up to date, and what they hold where SQL alone cannot. */
export const prepareTables = (databaseUrl: string): Promise<void> => migrate(databaseUrl, renewIdentities);
