import { sql as query } from "drizzle-orm";
import { expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { parseParameters } from "../criteria";
import { runSql } from "./run-sql";
import { readCriteria, search } from "./search";

const { sql } = await testDatabase();

it("a search that takes too long is stopped, and says so; the next one answers", async () => {
  const { criteria, paging } = parseParameters(new URLSearchParams("band=senior"));
  const { ready, labels } = await readCriteria(criteria);
  let release: () => void = () => {};
  const isHeld = new Promise<void>((held) => {
    void sql.begin(async (tx) => {
      await tx`lock table posting_skills in access exclusive mode`;
      held();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
  });
  await isHeld;
  await expect(search(ready, paging, labels)).rejects.toMatchObject({ code: "too_slow" });
  release();
  expect((await search(ready, paging, labels))?.total).toBe(0);
});

it("the limit ends with its question", async () => {
  const [row] = await runSql<{ limit: string }>(query`select current_setting('statement_timeout') as limit`);
  expect(row?.limit).toBe("2s");
  const [after] = await sql`select current_setting('statement_timeout') as limit`;
  expect(after?.limit).not.toBe("2s");
});
