import type { Band } from "../terms";

/**
 * What backend developers in India earn, as the article that the product is built from printed it. Whole rupees a year. Some
 * figures carry a dollar sign in print, but their grouping of digits and the average beside them show rupees. For `mid` the
 * article names the band and gives no figure: null, shown as a dash, never filled in.
 */
export const articlePay: {
  source: string;
  published: string;
  country: string;
  currency: string;
  period: "year";
  rows: { band: Band | "all"; years: string; amount: number | null }[];
} = {
  source: "Backend Developer Skills You Should Know",
  published: "2023-09-05",
  country: "IN",
  currency: "INR",
  period: "year",
  rows: [
    { band: "all", years: "all", amount: 710_000 },
    { band: "entry", years: "under 3", amount: 148_450 },
    { band: "mid", years: "4 to 9", amount: null },
    { band: "senior", years: "10 to 20", amount: 875_600 },
    { band: "principal", years: "over 20", amount: 1_326_000 },
  ],
};
