import { type Column, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

export type Person = { userId: string; email: string };

/**
 * - `own`: what the person entered, did or was told. It is exported.
 * - `code`: an id, or a value that only the product reads. It is exported, since it connects the parts of the export.
 * - `secret`: it lets somebody in, or is the fingerprint of what does. It is never exported.
 * - `company`: what members of a company wrote or did for their company. It is not exported.
 */
export type Tag = "own" | "code" | "secret" | "company";

export type Holding = {
  table: PgTable;
  rows: (person: Person) => SQL | undefined;
  columns: Record<string, Tag>;
};

/** What a table holds about a person. A column without a tag does not compile. */
export const holding = <T extends PgTable>(
  table: T,
  rows: Holding["rows"],
  columns: Record<keyof T["$inferSelect"] & string, Tag>,
): Holding => ({ table, rows, columns });

/** The ids of the applications that a person sent, as a list in SQL. */
export const applicationIdsOf = ({ userId }: Person): SQL =>
  sql`(select a.id from applications a where a.candidate_id = ${userId}::uuid)`;
/** The rows of the person's applications. */
export const ofApplications = (column: Column) => (person: Person) =>
  inArray(column, applicationIdsOf(person));
/** The rows with the person's id in this column. */
export const ofUser =
  (column: Column) =>
  ({ userId }: Person) =>
    eq(column, userId);
/** The rows with the person's address in this column. */
export const ofAddress =
  (column: Column) =>
  ({ email }: Person) =>
    eq(column, email);
