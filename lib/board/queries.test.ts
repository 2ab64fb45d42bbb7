import { expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { atOneMoment, readShownPostings } from "./queries";
import { RecordReader } from "./record";

const { sql } = await testDatabase();

it("a board reads every posting once, newest first, in however many pieces", async () => {
  const { id: companyId } = await createCompany();
  const now = Date.now();
  // Many of one moment, which are in the order of their ids.
  await insertPostings(
    Array.from({ length: 1_100 }, (_, at) => ({
      companyId,
      publishedAt: new Date(now - 60_000 * (at % 7)),
      skills: [],
    })),
  );
  const read = await atOneMoment(async (tx) => {
    const numbers: number[] = [];
    for await (const piece of readShownPostings(tx)) for (const { number } of piece) numbers.push(number);
    return numbers;
  });
  const rows = await sql<{ number: number }[]>`select number from postings order by published_at desc, id`;
  expect(rows).toHaveLength(1_100);
  expect(read).toEqual(rows.map(({ number }) => number));
});

it("a record is read as PostgreSQL has it", async () => {
  const [row] = await sql<{ bytes: Buffer }[]>`select record_send(row(
    -7, null::int, 0.25::float8, true, false, null::bool, 'Zürich 日本', null::text, '', '\\x00ff'::bytea, null::bytea,
    '1999-12-31 23:59:59.999+00'::timestamptz, '2026-11-30 18:00:00.001+00'::timestamptz,
    array[1, 3000000000, -3000000000]::bigint[], '{}'::bigint[], array['DE', 'é'], '{}'::text[],
    array[row('a', null::text), row('b', 'c'), row('a', null::text)], array(select row(1) where false), 5)) as bytes`;
  const record = new RecordReader(row?.bytes as Buffer);
  expect([record.int(), record.int(), record.float()]).toEqual([-7, null, 0.25]);
  expect([record.isTrue(), record.isTrue(), record.isTrue()]).toEqual([true, false, false]);
  expect([record.text(), record.text(), record.text()]).toEqual(["Zürich 日本", null, ""]);
  expect([record.raw(), record.raw()]).toEqual([Buffer.from([0, 255]), null]);
  expect([record.moment(), record.moment()]).toEqual([
    Date.parse("1999-12-31T23:59:59.999Z"),
    Date.parse("2026-11-30T18:00:00.001Z"),
  ]);
  expect(record.longs((value) => value)).toEqual([1, 3_000_000_000, -3_000_000_000]);
  expect(record.longs((value) => value)).toEqual([]);
  expect([record.texts(), record.texts()]).toEqual([["DE", "é"], []]);
  const keys: string[] = [];
  const pairs = record.records((one, key) => {
    keys.push(key);
    return [one.text(), one.text()];
  });
  expect(pairs).toEqual([
    ["a", null],
    ["b", "c"],
    ["a", null],
  ]);
  expect([keys[0] === keys[2], keys[0] === keys[1]]).toEqual([true, false]);
  expect(record.records(() => 1)).toEqual([]);
  expect(record.int()).toBe(5);
});
