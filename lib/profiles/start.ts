import { type Have, readHave } from "@/lib/reading/have";
import { payOf, readPay } from "@/lib/reading/pay-field";
import { countryName } from "@/lib/taxonomy/countries";
import { countryNamed } from "@/lib/taxonomy/country-names";
import { perYear } from "@/lib/taxonomy/money";
import { foldPlace } from "@/lib/taxonomy/place-names";

/** What somebody says of themselves in an address, as they typed it. Nothing of it is kept. */
export type Start = { have: string; want: string; where: string };

/** What was understood: pay is for a year, in units of its currency; and what could not be read, in sentences. */
export type ReadStart = {
  have: Have;
  salary: { min: number; currency: string } | null;
  countries: string[];
  faults: string[];
};

/** Characters of each part: more is left out. */
export const longestStart = 2_000;

export function startOf(params: URLSearchParams): Start {
  const part = (name: string) => (params.get(name) ?? "").slice(0, longestStart);
  return { have: part("have"), want: part("want"), where: part("where") };
}

/** Reads what somebody says of themselves. What is not understood is left out, and told. */
export function readStart({ have: line, want, where }: Start): ReadStart {
  const have = readHave(line);
  const salary = yearlyPay(want);
  const names = where
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const strange = names.filter((name) => codeOf(name) === null);
  return {
    have,
    salary,
    countries: [...new Set(names.flatMap((name) => codeOf(name) ?? []))],
    faults: [
      ...(have.unknown.length > 0 ? [`We do not know ${quoted(have.unknown)}, so it is left out.`] : []),
      ...(want.trim() && !salary
        ? [`We could not read “${want.trim()}” as pay. Write it like 72k EUR.`]
        : []),
      ...(strange.length > 0 ? [`We do not know a country called ${quoted(strange)}.`] : []),
    ],
  };
}

const quoted = (words: string[]) =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(words.map((word) => `“${word}”`));

/** By any name, or by its two letters. */
function codeOf(name: string): string | null {
  const code = name.toUpperCase();
  return (
    countryNamed(foldPlace(name)) ?? (/^[A-Z]{2}$/.test(code) && countryName(code) !== code ? code : null)
  );
}

/** Without a currency, US dollars. */
function yearlyPay(typed: string): ReadStart["salary"] {
  const min = readPay(typed);
  const pay = min && payOf({ min }, { currency: min.written?.currency ?? "USD", period: null });
  return pay && !("at" in pay)
    ? { min: Math.round(pay.min * perYear[pay.period]), currency: pay.currency }
    : null;
}
