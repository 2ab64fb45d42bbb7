import { expect, it } from "vitest";
import { readPosting } from "./posting";

const said = (text: string) => {
  const { salary } = readPosting(text);
  return salary && `${salary.min}–${salary.max} ${salary.currency} ${salary.period}`;
};

it.each([
  // A currency named beside a sign outranks it.
  ["Salary: CAD $118,000", "118000–118000 CAD year"],
  ["Salary: $118,000 - $142,000 AUD", "118000–142000 AUD year"],
  ["Pay: NZD $88k-$104k", "88000–104000 NZD year"],
  ["Salary: MXN $52,000 - $64,000 mensuales", "52000–64000 MXN month"],
  ["Salary: SGD $7,500 - $9,500 / month", "7500–9500 SGD month"],
  ["Salary: $118,000", "118000–118000 USD year"],
  // A sign that several currencies share.
  ["Location: Beijing, China\n\nSalary: ¥28,000 - ¥36,000 per month", "28000–36000 CNY month"],
  ["Salary: ¥28,000 - ¥36,000 per month", "28000–36000 CNY month"],
  ["Salary: ¥7,200,000 - ¥9,600,000", "7200000–9600000 JPY year"],
  ["Location: Stockholm, Sweden\n\nLön: kr 52 000 - 61 000 per månad", "52000–61000 SEK month"],
  ["Lön: 52 000 - 61 000 kr per månad", null],
  // Base pay outranks what is called total.
  ["OTE: $210k. Base salary: $160k.", "160000–160000 USD year"],
  ["Total compensation $240,000 - $290,000; base salary $170,000 - $195,000", "170000–195000 USD year"],
  ["OTE $210k ($160k base + $50k bonus)", "160000–160000 USD year"],
  ["Total compensation: $240,000 - $290,000", "240000–290000 USD year"],
  ["We have a customer base of $90,000.", null],
  // Both ends.
  ["$126K/year up to $214K/year", "126000–214000 USD year"],
  ["Min: $126,000 Max: $214,000 per year", "126000–214000 USD year"],
  ["Salary: €66,000,- to €82,000,-", "66000–82000 EUR year"],
  // As other countries write it.
  ["Gehalt: 62.000 €", "62000–62000 EUR year"],
  ["4.200 - 5.100 € brutto/Monat", "4200–5100 EUR month"],
  ["52 000 à 61 000 € brut annuel", "52000–61000 EUR year"],
  ["RAL 42.000-51.000 €", "42000–51000 EUR year"],
  ["14 000 - 19 000 PLN netto + VAT / miesiąc", "14000–19000 PLN month"],
  ["R$ 11.000,00 a R$ 14.500,00 por mês", "11000–14500 BRL month"],
  ["Lohn: CHF 112'000.- bis 128'000.-", "112000–128000 CHF year"],
  ["Tagessatz 650-750 EUR", "650–750 EUR day"],
  ["Location: Oslo, Norway\n\nkr 720.000 - 850.000 per år", "720000–850000 NOK year"],
  ["CTC 1.1-1.4 Cr", "11000000–14000000 INR year"],
  ["18000-26000元/月", "18000–26000 CNY month"],
  ["Pay: USD132,000.00-USD158,000.00", "132000–158000 USD year"],
  ["We pay 115k-140k AUD", "115000–140000 AUD year"],
  ["You would get from 68k to 86k EUR", "68000–86000 EUR year"],
  // Periods.
  ["$3,800 - $4,600 bi-weekly", "98800–119600 USD year"],
  ["$126,000 a year, paid monthly", "126000–126000 USD year"],
  ["$126,000 paid bi-weekly", "126000–126000 USD year"],
  ["Salary: €44.500 per hour", "44.5–44.5 EUR hour"],
  ["Up to $4,200/mo ($50,400/yr) for now", "4200–4200 USD month"],
  ["Acme | Engineers | $177k-$300k\n\nBase salary: $200k-$300k for managers", "177000–300000 USD year"],
  // Not pay.
  ["We raised $2M - $3M last year.", null],
  ["Salary: €85 a year", null],
  ["Mo-Fr 9-17, Gehalt nach Tarif", null],
])("%j states %j", (text, pay) => expect(said(text)).toBe(pay));
