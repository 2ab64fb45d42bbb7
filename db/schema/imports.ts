import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { importStates, rowOutcomes } from "../../lib/imports/lists";
import { bytes, instant, oneOf } from "./columns";
import { companies } from "./companies";
import { postings } from "./postings";

/** A file of postings that a member imports for their company. */
export const importRuns = pgTable(
  "import_runs",
  {
    id: uuid().primaryKey(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    fileName: text().notNull(),
    /** The file itself, until all of it is imported. */
    content: bytes(),
    state: text({ enum: importStates }).notNull().default("waiting"),
    /** Why nothing of it is imported, as a sentence. */
    fault: text(),
    /** How many postings it has; null until it was read. */
    total: integer(),
    startedAt: instant().notNull(),
    /** When the last row was imported. */
    updatedAt: instant().notNull(),
  },
  (t) => [
    index("import_runs_company").on(t.companyId, t.startedAt),
    index("import_runs_started").on(t.startedAt),
    check("import_runs_state", oneOf(t.state, importStates)),
    check("import_runs_fault", sql`(${t.fault} is not null) = (${t.state} = 'refused')`),
    check("import_runs_content", sql`(${t.content} is not null) = (${t.state} = 'waiting')`),
    check("import_runs_size", sql`length(${t.content}) <= 2097152`),
  ],
);

/** What became of one posting of such a file. */
export const importRows = pgTable(
  "import_rows",
  {
    runId: uuid()
      .notNull()
      .references(() => importRuns.id, { onDelete: "cascade" }),
    /** In the file, from 1. */
    position: integer().notNull(),
    /** Where it stands in the file, in words. */
    place: text().notNull(),
    title: text().notNull(),
    outcome: text({ enum: rowOutcomes }).notNull(),
    postingId: uuid().references(() => postings.id, { onDelete: "set null" }),
    /** What is missing or odd, or why it was refused, each as a sentence. */
    reasons: text().array().notNull(),
    /** What was filled in by itself, and what it is nearly the same as. */
    notes: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.position] }),
    index("import_rows_posting").on(t.postingId),
    check("import_rows_outcome", oneOf(t.outcome, rowOutcomes)),
  ],
);
