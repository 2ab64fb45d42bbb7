import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Period } from "@/lib/taxonomy/terms";
import { payOf, readPay, type TypedPay } from "./pay-field";

/** The pay of a field with nothing chosen beside it but the currency and the period: [min, max], or null. */
function pay(typed: string | number, currency: string | null = "EUR", period: Period | null = null) {
  const min = readPay(typed);
  if (!min) return null;
  const found = payOf({ min }, { currency, period: period && { period, times: 1 } });
  return found && !("at" in found) ? found : null;
}

describe("an amount in a field", () => {
  it.each([
    // Groups of thousands.
    ["72000", 72_000],
    ["72.000", 72_000],
    ["72,000", 72_000],
    ["72 000", 72_000],
    ["72\u00a0000", 72_000],
    ["72\u202f000", 72_000],
    ["72'000", 72_000],
    ["72’000", 72_000],
    ["72_000", 72_000],
    ["1.072.000", 1_072_000],
    ["1,072,000", 1_072_000],
    // Cents.
    ["72.000,00", 72_000],
    ["72,000.00", 72_000],
    ["72000.00", 72_000],
    ["72000,5", 72_000.5],
    ["72 000,50", 72_000.5],
    ["72'000.50", 72_000.5],
    ["72000.0000", 72_000],
    ["72000.000", 72_000],
    ["5.400,00", 5_400],
    ["5,432.10", 5_432.1],
    ["5.432,10", 5_432.1],
    ["1,072.500", 1_072.5],
    ["72.000,-", 72_000],
    ["72 000:-", 72_000],
    ["72'000.-", 72_000],
    // Units.
    ["72k", 72_000],
    ["72K", 72_000],
    ["72 k", 72_000],
    ["72,5k", 72_500],
    ["72.5k", 72_500],
    ["72.000k", 72_000],
    ["65 T€", 65_000],
    ["65 Tsd. €", 65_000],
    ["72 k€", 72_000],
    ["72k€", 72_000],
    ["0.9m", 900_000],
    // Signs, codes, and words around it.
    ["€72000", 72_000],
    ["72000€", 72_000],
    ["72.000 €", 72_000],
    ["EUR 72000", 72_000],
    ["72000 eur", 72_000],
    ["72000EUR", 72_000],
    ["EUR72.000", 72_000],
    ["72k euros", 72_000],
    [" 72000 ", 72_000],
    ["72k+", 72_000],
    [">72k", 72_000],
    ["from 72k", 72_000],
    ["72.000 brutto", 72_000],
    ["72k gross", 72_000],
    ["72k a year", 72_000],
    ["72k/yr", 72_000],
    ["72.000 € pro Jahr", 72_000],
    ["72 000 € par an", 72_000],
    ["72k EUR p.a.", 72_000],
    ["７２０００", 72_000],
    ["(72k)", 72_000],
    ["0 - 72k", 72_000],
    [72_000, 72_000],
    [72.5, 72.5],
    [65.0, 65],
  ])("%j is %d", (typed, units) =>
    expect(pay(typed)).toMatchObject({ min: units, max: units, period: "year" }),
  );

  it.each<[string, string, number]>([
    ["₹14,00,000", "INR", 1_400_000],
    ["14,50,000", "INR", 1_450_000],
    ["Rs. 14,00,000", "INR", 1_400_000],
    ["14 LPA", "INR", 1_400_000],
    ["14.5 lakhs", "INR", 1_450_000],
    ["1.4 crore", "INR", 14_000_000],
    ["$95,000", "USD", 95_000],
    ["US$95k", "USD", 95_000],
    ["$95k", "CAD", 95_000],
    ["CA$95k", "CAD", 95_000],
    ["CAD $95k", "CAD", 95_000],
    ["$95k AUD", "AUD", 95_000],
    ["£61,500", "GBP", 61_500],
    ["CHF 112'000", "CHF", 112_000],
    ["Fr. 112'000.-", "CHF", 112_000],
    ["zł 216 000", "PLN", 216_000],
    ["216 000 zł", "PLN", 216_000],
    ["kr 640 000", "SEK", 640_000],
    ["640 000 kr", "NOK", 640_000],
    ["R$ 186.000,00", "BRL", 186_000],
    ["R780 000", "ZAR", 780_000],
    ["¥8,400,000", "JPY", 8_400_000],
    ["¥380,000", "CNY", 380_000],
    ["38万", "CNY", 380_000],
    ["840万円", "JPY", 8_400_000],
    ["16 000 zł netto + VAT", "PLN", 16_000],
    ["1.250,000", "OMR", 1_250],
    ["9 600 000 Ft", "HUF", 9_600_000],
    ["Rp 240.000.000", "IDR", 240_000_000],
  ])("%j in %s is %d", (typed, currency, units) =>
    expect(pay(typed, currency)).toMatchObject({ min: units, max: units, currency }),
  );

  it.each<[string, number, number]>([
    ["66-84k", 66_000, 84_000],
    ["66k – 84k", 66_000, 84_000],
    ["66.000 bis 84.000", 66_000, 84_000],
    ["66 000 à 84 000 €", 66_000, 84_000],
    ["from 66k to 84k", 66_000, 84_000],
    ["€66,000–84,000", 66_000, 84_000],
    ["€66k/yr - €84k/yr", 66_000, 84_000],
    ["66.000,00 € - 84.000,00 €", 66_000, 84_000],
    ["66k€-84k€", 66_000, 84_000],
  ])("the range %j is %d to %d", (typed, min, max) => expect(pay(typed)).toMatchObject({ min, max }));

  it.each<[string, string, Period, number]>([
    ["44.500", "EUR", "hour", 44.5],
    ["44,500", "EUR", "hour", 44.5],
    ["44,50", "EUR", "hour", 44.5],
    ["44.500", "EUR", "year", 44_500],
    ["44.500", "INR", "month", 44_500],
    ["1.750", "KWD", "month", 1_750],
    ["6.200", "EUR", "month", 6_200],
    ["1.234", "EUR", "year", 1_234],
  ])(
    "%j %s %s is %d: thousands, unless nobody earns that and the fraction is usual",
    (typed, currency, period, units) => expect(pay(typed, currency, period)).toMatchObject({ min: units }),
  );

  it.each([
    "",
    "good",
    "1,23,45",
    "12,345,67",
    "72.0000",
    "72k 84k",
    "72k 84k 96k",
    "-72000",
    "€72k-$84k",
    "72k or so much more",
  ])("%j is none, or may be two", (typed) => expect(pay(typed)).toBeNull());

  it("is the same however its thousands are grouped", () => {
    const styles = fc.constantFrom("", ".", ",", " ", "'", "\u00a0", "\u202f", "_");
    const signs = fc.constantFrom(["", ""], ["€", ""], ["EUR ", ""], ["", " €"], ["", " EUR"]);
    fc.assert(
      fc.property(fc.integer({ min: 3_000, max: 999_999 }), styles, signs, (units, by, [before, behind]) => {
        const grouped = String(units).replace(/(?=(?:\d{3})+$)(?<=\d)/g, by);
        expect(pay(`${before}${grouped}${behind}`)).toMatchObject({ min: units, max: units });
      }),
    );
  });

  it("may be any text at all: it is read or not, and never fails", () => {
    const bits = fc.constantFrom(
      "€",
      "85",
      ".",
      ",",
      "000",
      " ",
      "k",
      "-",
      "EUR",
      "/h",
      "a",
      "year",
      "'",
      "to",
      "LPA",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (list) => {
        const found = pay(list.join(""));
        if (found) expect(found.min > 0 && found.max >= found.min).toBe(true);
      }),
    );
  });
});

describe("two fields of pay", () => {
  const year = { period: "year" as const, times: 1 };
  const both = (min: string | undefined, max: string | undefined, currency: string | null = "EUR") => {
    const read = (typed: string | undefined) => (typed ? (readPay(typed) as TypedPay) : undefined);
    return payOf({ min: read(min), max: read(max) }, { currency, period: year });
  };

  it.each([
    ["66.000", "84.000", { min: 66_000, max: 84_000 }],
    ["66", "84k", { min: 66_000, max: 84_000 }],
    ["66k", "84", { min: 66_000, max: 84_000 }],
    ["66-84k", undefined, { min: 66_000, max: 84_000 }],
    [undefined, "84k", { min: 84_000, max: 84_000 }],
  ])("%j and %j are one range", (min, max, range) => expect(both(min, max)).toMatchObject(range));

  it.each([
    ["€66k", "84k", "USD", "min", /in EUR, but the currency is set to USD/],
    ["66k", "£84k", "USD", "max", /in GBP, but the currency is set to USD/],
    ["€66k", "£84k", null, "max", /other end/],
    ["66-84k", "84k", "EUR", "min", /range/],
    ["84k", "66k", "EUR", "max", /lower end/],
    ["0", "84k", "EUR", "min", /more than 0/],
    ["45/h", "60", "EUR", "min", /period/],
    ["66k", "900000000000", "EUR", "max", /more than anyone/],
  ] as const)("%j and %j with %s chosen is a fault at %s", (min, max, currency, at, message) =>
    expect(both(min, max, currency)).toEqual({ at, message: expect.stringMatching(message) }),
  );

  it("a sign says the currency where none is chosen, and none says nothing", () => {
    expect(both("€66k", "84k", null)).toMatchObject({ currency: "EUR" });
    expect(both("66k", "84k", null)).toBeNull();
  });
});
