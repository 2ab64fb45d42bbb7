import { sql as query } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db, inLongTransaction } from "@/db/client";
import { createCompany, createUser, insertPostings, type NewPosting } from "@/db/factories";
import { postings } from "@/db/schema/postings";
import { testDatabase } from "@/db/testing";
import { type ReadySearch, whereOf } from "@/lib/search/queries/compile";
import { renumberLive } from "../commands/live";
import { saveSearch } from "../commands/searches";
import { findHits, readNews } from "./alerts";
import { readManySaved } from "./searches";

const { sql } = await testDatabase();

/** The same by PostgreSQL alone: of some searches, by id, those that find anything behind their marks. */
async function findHitsBySql(
  searches: readonly { id: string; mark: string; ready: ReadySearch }[],
  upTo: number,
): Promise<string[]> {
  const asked = searches.map(
    ({ id, mark, ready }) => query`
      select ${id}::text as id where exists (
        select 1 from ${postings} join live_postings l on l.posting_id = ${postings.id}
        where l.number > ${mark}::bigint and l.number <= ${upTo}::bigint and ${whereOf(ready)})`,
  );
  const rows = await db().execute<{ id: string }>(query.join(asked, query` union all `));
  return rows.map(({ id }) => id);
}

describe("what is new to saved searches", () => {
  it("is found on the board of the news as the database finds it, by any filters and marks", async () => {
    // The oldest mark, behind which everything is.
    const first = await saveSearch(await createUser(), { criteria: "skill=go", frequency: "at-once" });
    const company = await createCompany();
    const given: NewPosting[] = Array.from({ length: 40 }, (_, at) => ({
      companyId: company.id,
      title: at % 4 ? "Backend developer" : "Ledger engineer",
      skills: [["go", "django", "spring-boot", "kafka", "postgresql"][at % 5] as string, "sql"].map(
        (slug) => ({
          slug,
          must: at % 2 === 0,
        }),
      ),
      workplace: (["remote", "hybrid", "onsite"] as const)[at % 3],
      hiringCountries: at % 3 ? [] : ["DE", "FR"],
      experienceMin: at % 7 ? at % 12 : undefined,
      degree: at % 3 ? undefined : { level: "bachelor", equalExperience: at % 2 === 0 },
      employment: at % 4 ? "full-time" : "contract",
      salary: { min: 30_000 + 3_000 * at, max: 40_000 + 3_000 * at, currency: "USD", period: "year" },
      reality: at % 5 ? undefined : { onCallWeeks: 0 },
    }));
    await insertPostings(given);
    const due = await inLongTransaction(async (tx) => ({ at: tx.now, upTo: await renumberLive(tx) }));
    const [paused] = await sql`update postings set paused_at = now() where id = (
      select posting_id from live_postings order by number desc limit 1) returning id`;
    expect(paused).toBeDefined();
    const news = await readNews(due);
    expect(news.lookedUpTo).toBe(due.upTo - 1);
    const asked = [
      "skill=python",
      "skill=go",
      "skill=sql",
      "exclude=java",
      "workplace=remote",
      "workplace=hybrid&workplace=onsite",
      "country=DE",
      "region=dach",
      "near=berlin&radius=40",
      "band=mid",
      "experience=3",
      "degree=associate",
      "salary=90000",
      "salary=80000&currency=EUR",
      "employment=contract",
      `company=${company.slug}`,
      "oncall=none",
      "posted=3",
      "timezone=Asia/Tokyo&overlap=4",
      "q=ledger",
      "q=backend",
    ];
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            parts: fc.subarray(asked, { minLength: 1, maxLength: 3 }),
            mark: fc.integer({ min: due.upTo - 42, max: due.upTo }),
          }),
          { minLength: 20, maxLength: 20 },
        ),
        async (many) => {
          const read = await readManySaved([...new Set(many.map(({ parts }) => parts.join("&")))]);
          const searches = many.map(({ parts, mark }, at) => {
            const saved = read.get(parts.join("&"));
            expect(saved?.faults).toEqual([]);
            return { id: String(at), mark: String(mark), ready: saved?.ready as ReadySearch };
          });
          const found = (await findHits(news, searches)).map(({ id }) => id);
          hits += found.length;
          expect(found.sort()).toEqual((await findHitsBySql(searches, due.upTo)).sort());
        },
      ),
      { numRuns: 25 },
    );
    expect(hits).toBeGreaterThan(20);
    expect(first.id).toBeDefined();
  });
});
