import { eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { applicationMatches, applications } from "@/db/schema/applications";
import { matchFacts } from "../match-facts";

/** So many applications in one statement. */
const batch = 500;

/** Writes what the list of applicants sorts and filters by for applications that were sent before it was kept. */
export async function writeMissingMatchFacts(on: Pick<Database, "select" | "execute">): Promise<void> {
  for (;;) {
    const rows = await on
      .select({ id: applications.id, inputs: applicationMatches.inputs })
      .from(applications)
      .innerJoin(applicationMatches, eq(applicationMatches.applicationId, applications.id))
      .where(isNull(applications.had))
      .limit(batch);
    if (rows.length === 0) return;
    const facts = rows.map(({ id, inputs }) => ({ id, ...matchFacts(inputs) }));
    await on.execute(sql`
      update applications a set match_order = f."matchOrder", had = f.had, fails = f.fails
      from json_to_recordset(${JSON.stringify(facts)}::text::json)
        as f(id uuid, "matchOrder" integer, had text[], fails text[])
      where a.id = f.id`);
    if (rows.length < batch) return;
  }
}
