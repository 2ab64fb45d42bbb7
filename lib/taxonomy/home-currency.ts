import { exchangeRateTable } from "./data/exchange-rates";

const known = exchangeRateTable.rates.map(({ currency }) => currency);

/** Countries (alpha-2) that pay in euros. All other currencies begin with the code of their country (ISO 4217). */
const euroCountries = new Set(
  "AT BE HR CY EE FI FR DE GR IE IT LV LT LU MT NL PT SK SI ES AD MC SM VA ME XK".split(" "),
);

/** The currency of a country (alpha-2), or null where we have no rate for it. */
export const currencyOf = (country: string): string | null =>
  euroCountries.has(country) ? "EUR" : (known.find((currency) => currency.startsWith(country)) ?? null);

/** Currencies that most postings state. */
const common = ["EUR", "USD", "GBP", "CHF", "CAD"];

/** All currencies that we have a rate for, as the options of a field: that of the company's country first, then common ones, with their names. */
export function currencyOptions(country: string | null): { value: string; label: string }[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const home = country && currencyOf(country);
  const order = [
    ...new Set([...(home ? [home] : []), ...common.filter((one) => known.includes(one)), ...known.sort()]),
  ];
  return order.map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }));
}
