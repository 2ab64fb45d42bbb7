import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

/** The dictionary that typing errors are mended by: the words of titles, companies and skills, with how many live postings have each. */
export const searchTerms = pgTable(
  "search_terms",
  {
    term: text().primaryKey(),
    postings: integer().notNull(),
  },
  (t) => [check("search_terms_folded", sql`${t.term} = lower(${t.term})`)],
);
