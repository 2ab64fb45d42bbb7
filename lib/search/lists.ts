/** What figures of pay are about: all postings, or those of one band, country or skill. */
export const payKinds = ["all", "band", "country", "skill"] as const;
