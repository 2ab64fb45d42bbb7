import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { payKinds } from "../../lib/search/lists";
import { oneOf } from "./columns";

/** The dictionary that typing errors are mended by: the words of titles, companies and skills, with how many live postings have each. */
export const searchTerms = pgTable(
  "search_terms",
  {
    term: text().primaryKey(),
    postings: integer().notNull(),
  },
  (t) => [check("search_terms_folded", sql`${t.term} = lower(${t.term})`)],
);

/**
 * What live postings pay, in yearly dollars, over all and by band, country and skill: computed by the worker every ten minutes. Groups of fewer
 * than five postings are left out.
 */
export const payFigures = pgTable(
  "pay_figures",
  {
    kind: text({ enum: payKinds }).notNull(),
    value: text().notNull(),
    postings: integer().notNull(),
    lower: integer().notNull(),
    median: integer().notNull(),
    upper: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.value] }),
    index("pay_figures_most").on(t.kind, t.postings.desc().nullsFirst(), t.value),
    check("pay_figures_kind", oneOf(t.kind, payKinds)),
    check("pay_figures_postings", sql`${t.postings} >= 5`),
    check("pay_figures_order", sql`${t.lower} <= ${t.median} and ${t.median} <= ${t.upper}`),
  ],
);
