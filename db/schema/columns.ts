import { timestamp } from "drizzle-orm/pg-core";

/** A moment in time, to the millisecond: JavaScript's own precision, so that a cursor made from it loses nothing. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });
