import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { customType, timestamp } from "drizzle-orm/pg-core";
import { degrees } from "../../lib/taxonomy/terms";

/** A moment in time, to the millisecond: JavaScript's own precision, so that a cursor made from it loses nothing. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** The number of a transaction. */
export const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Bytes, for what is small. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The condition that a column of text holds a word of this list, for a check: the words are written into it. */
export const oneOf = (column: AnyColumn, list: readonly string[]): SQL =>
  sql`${column} in ${[...list]}`.inlineParams();

/** The same for a column of many words: it holds no other. */
export const allOf = (column: AnyColumn, list: readonly string[]): SQL =>
  sql`${column} <@ array[${sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  )}]`.inlineParams();

/** A degree's place in the order of degrees, 0 to 4, in SQL; null without a degree. `degree` is a column or an expression of text. */
export const degreeRankOf = (degree: AnyColumn | SQL): SQL<number | null> =>
  sql`case ${degree} ${sql.join(places, sql` `)} end`;

const places = degrees.map((degree, place) => sql`when ${degree} then ${place}`.inlineParams());
