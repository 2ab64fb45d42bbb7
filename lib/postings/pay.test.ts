import { expect, it } from "vitest";
import type { Period } from "@/lib/taxonomy/terms";
import { understoodPay } from "./pay";

const rates = [
  { currency: "EUR", perUsd: "0.8", minorDigits: 2 },
  { currency: "JPY", perUsd: "150", minorDigits: 0 },
  { currency: "USD", perUsd: "1", minorDigits: 2 },
];
type Typed = readonly [min: string, max: string, currency: string, period?: Period];
const said = ([min, max, currency, period = "year"]: Typed) =>
  understoodPay({ min, max, currency, period }, rates);

it.each<[Typed, string]>([
  [["72.000", "91.000", "EUR"], "€72,000–91,000 a year, about $90,000–114,000 a year"],
  [["72k", "", "EUR"], "€72,000 a year, about $90,000 a year"],
  [["", "€91k", ""], "€91,000 a year, about $114,000 a year"],
  [["72-91k", "", "USD"], "$72,000–91,000 a year"],
  [["43,50", "51", "USD", "hour"], "$43.50–51.00 an hour, about $90,000–106,000 a year"],
  [["600", "700", "EUR", "month"], "€600–700 a month, about $9,000–11,000 a year"],
  [["7,200,000", "8.400.000", "JPY"], "¥7,200,000–8,400,000 a year, about $48,000–56,000 a year"],
  [["$72k", "91k", "EUR"], "The amount is in USD, but the currency is set to EUR. Change one of them."],
])("%j is understood as %j", (typed, words) => expect(said(typed)).toEqual({ words, question: null }));

it.each<[Typed, string]>([
  [["72", "91", "EUR"], "€72–91 a year? Did you mean €72,000–91,000?"],
  [["72k", "91k", "EUR", "hour"], "€72,000–91,000 an hour? Did you mean €72,000–91,000 a year?"],
  [["1", "1", "EUR", "year"], "€1 a year? Check the amount, the currency and the period."],
])("%j raises the question %j", (typed, question) => expect(said(typed)?.question).toBe(question));

it.each([
  ["", "", "EUR"],
  ["lots", "91k", "EUR"],
  ["72k", "91k", ""],
])("%j, %j in %j says nothing yet", (min, max, currency) => expect(said([min, max, currency])).toBeNull());
